package tincan.bench;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import tincan.secure.Code;

/// A server that has been started on a free port of 127.0.0.1, with a folder of its own under the system's temporary
/// one. Closing it ends the process and removes the folder; so does the end of this program.
final class Running implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(20);

    private final Server server;
    private final Process process;
    private final Path folder;
    private final int port;
    private final Thread atExit = new Thread(this::end, "end of server");

    private Running(Server server, Process process, Path folder, int port) {
        this.server = server;
        this.process = process;
        this.folder = folder;
        this.port = port;
    }

    /// Starts it and waits until it answers.
    static Running start(Server server) throws IOException {
        Path program = server.program().orElseThrow(
                () -> new IOException(server.name() + " is missing: apt-get install " + server.debianPackage()));
        Path folder = Files.createTempDirectory("tincan-bench-");
        int port = freePort();
        File output = folder.resolve("output").toFile();
        folder.toFile().setExecutable(true, false);
        folder.toFile().setReadable(true, false);
        Process process = new ProcessBuilder(behindTheLoad(server.command(program, folder, port)))
                .redirectErrorStream(true)
                .redirectOutput(output).start();
        Running running = new Running(server, process, folder, port);
        Runtime.getRuntime().addShutdownHook(running.atExit);
        running.awaitAnswer();
        return running;
    }

    /// A server and the load share the processors here, which they would not do elsewhere; so the load comes first, and
    /// what is measured is the server.
    private static List<String> behindTheLoad(List<String> command) {
        List<String> nice = new ArrayList<>(
                Programs.find("nice").map(program -> List.of(program.toString(), "-n", "10")).orElse(List.of()));
        nice.addAll(command);
        return nice;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    private void awaitAnswer() throws IOException {
        long deadline = System.nanoTime() + START.toNanos();
        while (!answers()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                String said = Files.readString(folder.resolve("output"));
                close();
                throw new IOException(server.name() + " does not listen; it said: " + said);
            }
            LockSupport.parkNanos(50_000_000);
        }
    }

    private boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 500);
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    /// What runs.
    Server server() {
        return server;
    }

    /// Where it listens, on 127.0.0.1.
    int port() {
        return port;
    }

    /// The number of its process.
    long pid() {
        return process.pid();
    }

    /// The code of its session, if that is private. Waits until it is known.
    Optional<Code> code() throws IOException {
        if (server.protocol() != Protocol.TINCAN_TLS) {
            return Optional.empty();
        }
        long deadline = System.nanoTime() + START.toNanos();
        while (System.nanoTime() < deadline) {
            Optional<String> line = output().lines().filter(each -> each.startsWith(Relay.CODE)).findFirst();
            Optional<Code> code = line.flatMap(each -> Code.parse(each.substring(Relay.CODE.length())));
            if (code.isPresent()) {
                return code;
            }
            LockSupport.parkNanos(50_000_000);
        }
        throw new IOException(server.name() + " does not tell its code");
    }

    /// Its process: a relay takes commands by its input.
    Process process() {
        return process;
    }

    /// What it has printed.
    String output() throws IOException {
        return Files.readString(folder.resolve("output"));
    }

    @Override
    public void close() {
        end();
        Runtime.getRuntime().removeShutdownHook(atExit);
    }

    private void end() {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException _) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        remove(folder);
    }

    private static void remove(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException | UncheckedIOException _) {
            // nothing to remove
        }
    }
}
