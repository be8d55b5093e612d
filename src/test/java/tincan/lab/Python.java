package tincan.lab;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A program in Python 3 that knows nothing of Tincan.
public final class Python implements AutoCloseable {
    private static final Path LESSONS = Path.of("docs", "lessons", "programs");

    private final Process process;
    private final BufferedReader out;
    private final Writer in;

    private Python(Process process) {
        this.process = process;
        this.out = process.inputReader(UTF_8);
        this.in = process.outputWriter(UTF_8);
    }

    /// Starts a program.
    public static Python start(Path program, Object... arguments) throws IOException {
        assumeTrue(isThere(), "python3 is not on the PATH");
        List<String> command = new ArrayList<>(List.of("python3", "-u", program.toAbsolutePath().toString()));
        Arrays.stream(arguments).map(String::valueOf).forEach(command::add);
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("PYTHONIOENCODING", "utf-8");
        return new Python(builder.start());
    }

    /// Starts a lesson's client.
    public static Python client(String lesson, Object... arguments) throws IOException {
        return start(LESSONS.resolve(lesson).resolve("client.py"), arguments);
    }

    /// Starts a lesson's server.
    public static Python server(String lesson, Object... arguments) throws IOException {
        return start(LESSONS.resolve(lesson).resolve("server.py"), arguments);
    }

    private static boolean isThere() {
        try {
            return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /// A port that nobody has, for a program that cannot be asked which it got.
    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /// Types lines.
    public Python types(String... lines) throws IOException {
        for (String line : lines) {
            in.write(line + "\n");
        }
        in.flush();
        return this;
    }

    /// Types no more.
    public Python ends() throws IOException {
        in.close();
        return this;
    }

    /// Waits for the next line it prints.
    public String prints() throws IOException {
        return String.valueOf(out.readLine());
    }

    /// Waits for all it still prints, and for its end.
    public List<String> printsAll() throws Exception {
        List<String> lines;
        try {
            lines = out.lines().toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        assertTrue(process.waitFor(LabStand.DEADLINE_SECONDS, TimeUnit.SECONDS), "it ends by itself");
        return lines;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
