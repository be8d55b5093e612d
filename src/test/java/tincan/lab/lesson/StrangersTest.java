package tincan.lab.lesson;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tincan.lab.LabServer;
import tincan.lab.LabStand;
import tincan.lab.Lesson;
import tincan.lab.socket.SocketTrouble;
import tincan.lab.socket.StreamSocket;
import tincan.trace.SocketCall;

/// Programs that know nothing of the lessons: each is answered, refused or let go, and the server goes on.
@Timeout(120)
final class StrangersTest {
    @TempDir
    private Path folder;

    private final LabStand stand = new LabStand();
    private final Queue<Throwable> uncaught = new ConcurrentLinkedQueue<>();

    @BeforeEach
    void watch() {
        Thread.setDefaultUncaughtExceptionHandler((_, e) -> uncaught.add(e));
    }

    @AfterEach
    void close() {
        stand.close();
        Thread.setDefaultUncaughtExceptionHandler(null);
    }

    static Stream<String> streams() {
        return Stream.concat(new Lessons(Path.of("."), LabStand.CLOCK).all().stream()
                .filter(lesson -> lesson instanceof Lesson.Stream).map(Lesson::name), Stream.of("raw"));
    }

    @ParameterizedTest
    @MethodSource("streams")
    void curlIsAnsweredOrLetGo(String name) throws Exception {
        int port = serve(name);
        end(start("curl", "--silent", "--max-time", "30", "--http0.9", "http://127.0.0.1:" + port + "/"), new byte[0]);
        goesOn();
    }

    @ParameterizedTest
    @MethodSource("streams")
    void whoSaysNothingIsLetGo(String name) throws Exception {
        int port = serve(name);
        Process nc = start("nc", "-d", "127.0.0.1", String.valueOf(port));
        assertTrue(nc.waitFor(LabStand.DEADLINE_SECONDS, TimeUnit.SECONDS), "nc ends");
        goesOn();
    }

    @ParameterizedTest
    @MethodSource("streams")
    void whoLeavesAtOnceIsNoTrouble(String name) throws Exception {
        int port = serve(name);
        end(start("nc", "-N", "127.0.0.1", String.valueOf(port)), new byte[0]);
        goesOn();
    }

    @ParameterizedTest
    @MethodSource("streams")
    void garbageIsAnsweredOrLetGo(String name) throws Exception {
        int port = serve(name);
        byte[] garbage = new byte[50_000];
        new Random(1).nextBytes(garbage);
        end(start("socat", "-t", "5", "-", "TCP:127.0.0.1:" + port), garbage);
        goesOn();
    }

    @ParameterizedTest
    @MethodSource("streams")
    void aLineOfOrdinaryTextIsAnsweredOrLetGo(String name) throws Exception {
        int port = serve(name);
        end(start("nc", "-N", "127.0.0.1", String.valueOf(port)), "hello\nthere\n".getBytes(UTF_8));
        goesOn();
    }

    @Test
    void whoNeverReadsIsLetGo() throws Exception {
        int _ = serve("echo");
        try (StreamSocket client = stand.connect(server)) {
            assertThrows(SocketTrouble.class, () -> {
                while (true) {
                    client.sendAll(new byte[64 * 1024]);
                }
            });
        }
        goesOn();
    }

    private LabServer server;

    private int serve(String name) throws IOException {
        Lesson lesson = new Lessons(folder, LabStand.CLOCK).named(name).orElseThrow();
        stand.host().ends();
        server = stand.serve(lesson, lesson.options().withHeld(Set.of())
                .withListen(lesson.options().listen().withTimeout(Duration.ofMillis(300))));
        return ((InetSocketAddress) server.address()).getPort();
    }

    private static Process start(String... command) {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            assumeTrue(false, command[0] + " is not on the PATH");
            throw new AssertionError(e);
        }
    }

    /// Gives it all it is to send; it ends by itself.
    private static void end(Process process, byte[] input) throws Exception {
        Thread writer = Thread.ofVirtual().start(() -> {
            try (OutputStream in = process.getOutputStream()) {
                in.write(input);
            } catch (IOException e) {
                // it ended before it took all
            }
        });
        byte[] _ = process.getInputStream().readAllBytes();
        assertTrue(process.waitFor(LabStand.DEADLINE_SECONDS, TimeUnit.SECONDS), "it ends by itself");
        writer.join();
    }

    /// The server has let the stranger go, and still listens.
    private void goesOn() throws Exception {
        stand.await(() -> stand.seen().only("server-1").returned(SocketCall.CLOSE).findAny().isPresent(),
                "the server has closed the connection");
        assertFalse(server.isOver(), "the server goes on");
        assertEquals(List.of(), List.copyOf(uncaught));
    }
}
