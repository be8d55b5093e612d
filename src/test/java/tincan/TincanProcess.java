package tincan;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `tincan` as its user has it: a process with arguments, input, output and a number at the end.
final class TincanProcess implements AutoCloseable {
    private static final Path STATES = Path.of("target", "test-states").toAbsolutePath();
    private static final long PATIENCE_SECONDS = 60;
    private static final Pattern PORT = Pattern.compile("\"event\":\"listening\",\"port\":(\\d+)");

    private final Process process;
    private final BufferedWriter in;
    private final Lines out = new Lines();
    private final Lines err = new Lines();

    private TincanProcess(ProcessBuilder builder) throws IOException {
        process = builder.start();
        in = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
        out.follow(process.getInputStream());
        err.follow(process.getErrorStream());
    }

    /// Runs `tincan` with `arguments`.
    static TincanProcess run(String... arguments) throws IOException {
        return run(List.of(), _ -> {
        }, arguments);
    }

    /// Runs `tincan` with options for its JVM and changes to its surroundings.
    static TincanProcess run(List<String> jvm, Consumer<ProcessBuilder> surroundings, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvm);
        command.addAll(List.of("--enable-native-access=javafx.graphics,tincan",
                "-Dtincan.libraries=" + System.getProperty("tincan.libraries", ""), "--module-path",
                System.getProperty("jdk.module.path"), "--module", "tincan/tincan.Main"));
        command.addAll(List.of(arguments));
        if (arguments.length > 0 && arguments[0].equals("host") && !List.of(arguments).contains("--help")) {
            command.add("--unlisted"); // what a test says is for this computer alone
        }
        ProcessBuilder builder = new ProcessBuilder(command);
        // a session of its own, and none of the user's: what another test left must not be found
        builder.environment().put("XDG_STATE_HOME", STATES.resolve(UUID.randomUUID().toString()).toString());
        surroundings.accept(builder);
        return new TincanProcess(builder);
    }

    /// Runs another program that is spoken to in lines.
    static TincanProcess command(List<String> command) throws IOException {
        return new TincanProcess(new ProcessBuilder(command));
    }

    /// Types a line.
    void type(String line) {
        try {
            in.write(line);
            in.write('\n');
            in.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Types many lines, as fast as they are taken.
    void pour(Iterable<String> lines) {
        try {
            for (String line : lines) {
                in.write(line);
                in.write('\n');
            }
            in.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Ends the input.
    void typeNoMore() throws IOException {
        in.close();
    }

    /// Stops reading what it prints, as a pipe into `head` does.
    void readNoMore() throws IOException {
        process.getInputStream().close();
    }

    /// The lines of output so far that have `part` in them.
    List<String> with(String part) {
        return out.with(part);
    }

    /// Waits for a line of output that has `part` in it.
    String line(String part) {
        return out.await(part, 1);
    }

    /// Waits until `count` lines of output have `part` in them.
    List<String> lines(String part, int count) {
        out.await(part, count);
        return out.with(part);
    }

    /// The port on which this host says it listens, in JSON.
    int port() {
        Matcher matcher = PORT.matcher(line("\"event\":\"listening\""));
        if (!matcher.find()) {
            throw new AssertionError("no port");
        }
        return Integer.parseInt(matcher.group(1));
    }

    /// Waits for the end.
    ///
    /// @return the number for the shell
    int exit() throws InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("still running; " + this);
        }
        out.join();
        err.join();
        return process.exitValue();
    }

    /// Asks it to stop, as Ctrl+C does.
    void stop() {
        process.toHandle().destroy(); // Process.destroy would close the streams as well
    }

    /// Lets it vanish without a goodbye.
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /// All output, once it has ended.
    List<String> whole() {
        try {
            exit();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return out();
    }

    List<String> out() {
        return out.with("");
    }

    List<String> err() {
        return err.with("");
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    @Override
    public String toString() {
        return "output %s, errors %s".formatted(out, err);
    }

    /// Whole lines of a stream, kept as they come. What a process that is killed leaves of a line is none.
    private static final class Lines {
        private final List<String> lines = new ArrayList<>();
        private Thread reader = Thread.currentThread();

        void follow(InputStream stream) {
            reader = Thread.ofVirtual().start(() -> {
                try (var read = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                    wholeLines(read);
                } catch (IOException | UncheckedIOException _) {
                    add("(not read any further)");
                }
            });
        }

        private void wholeLines(BufferedReader from) throws IOException {
            StringBuilder line = new StringBuilder();
            for (int sign = from.read(); sign >= 0; sign = from.read()) {
                if (sign == '\n') {
                    add(line.toString());
                    line.setLength(0);
                } else if (sign != '\r') {
                    line.append((char) sign);
                }
            }
        }

        private synchronized void add(String line) {
            lines.add(line);
            notifyAll();
        }

        synchronized List<String> with(String part) {
            return lines.stream().filter(line -> line.contains(part)).toList();
        }

        /// Waits until the `count`th line with `part` is there, and looks at each line once.
        synchronized String await(String part, int count) {
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
            int found = 0;
            for (int next = 0;; next++) {
                while (next == lines.size()) {
                    await(deadline, part, found);
                }
                found += lines.get(next).contains(part) ? 1 : 0;
                if (found == count) {
                    return lines.get(next);
                }
            }
        }

        private void await(long deadline, String part, int found) {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left <= 0) {
                throw new AssertionError("%d lines with %s came in time; %s".formatted(found, part, this));
            }
            try {
                wait(left);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }

        void join() throws InterruptedException {
            reader.join();
        }

        @Override
        public synchronized String toString() {
            return lines.size() > 40 ? lines.size() + " lines, the last: " + lines.getLast() : lines.toString();
        }
    }
}
