package tincan.lab.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tincan.lab.LabClient;
import tincan.lab.LabStand;
import tincan.lab.Lesson;
import tincan.lab.Person;
import tincan.lab.Python;
import tincan.lab.raw.RawDatagram;
import tincan.lab.raw.RawOptions;
import tincan.lab.raw.RawStream;
import tincan.lab.socket.SocketTrouble;

/// The servers in Python that stand beside the lessons, against the lessons' clients and the raw client.
@Timeout(120)
final class PythonServersTest {
    private static final RawOptions NO_LINE_END = RawOptions.USUAL.withLineEnd(RawOptions.LineEnd.NONE);

    @TempDir
    private Path folder;

    private final LabStand stand = new LabStand();
    private final Person ada = new Person();

    @AfterEach
    void close() {
        stand.close();
    }

    private Lesson lesson(String name) {
        return new Lessons(folder, LabStand.CLOCK).named(name).orElseThrow();
    }

    /// Connects as soon as the program listens.
    private LabClient use(Lesson lesson, int port) throws IOException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LabStand.DEADLINE_SECONDS);
        while (true) {
            try {
                return stand.use(lesson, new InetSocketAddress("127.0.0.1", port), ada);
            } catch (SocketTrouble e) {
                if (e.kind() != SocketTrouble.Kind.REFUSED || System.nanoTime() > deadline) {
                    throw e;
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            }
        }
    }

    static Stream<Arguments> conversations() {
        return Stream.of(
                Arguments.of("upper", List.of("abc", "exit"), List.of("ABC", "EXIT")),
                Arguments.of("echo", List.of("hello, world", ""), List.of("hello, world")),
                Arguments.of("command", List.of("echo hello", "Start", "foo", "x", "exit"),
                        List.of("ready|6", "hello\n", "ready|19", "expected Start")),
                Arguments.of("welcome", List.of("echo hello", "0", "exit"),
                        List.of(Welcome.GREETING, "hello\n", "You are through to Manual service.")),
                Arguments.of("printer", List.of("print hi", "status", "exit"),
                        List.of("printed: page 1, 4 sheets left", "4 sheets, ink for 38 characters")),
                Arguments.of("sticky", List.of("three", "pieces", "newline", "fixed", "length", "json", "what", "exit"),
                        List.of("one read: 11 bytes, b'onetwothree'", "3 reads: b'twel' b've b' b'ytes'",
                                "3 messages, 3 bytes of framing: b'one' b'two' b'three'",
                                "3 messages, 37 bytes of framing: b'one' b'two' b'three'",
                                "3 messages, 12 bytes of framing: b'one' b'two' b'three'",
                                "3 messages, 39 bytes of framing: b'one' b'two' b'three'", "refused: unknown choice")),
                Arguments.of("reuse", List.of(), List.of("bye")),
                Arguments.of("half-close", List.of("one", "two", "three", ""), List.of("3 lines, 14 bytes")),
                Arguments.of("timeout", List.of("0", "11", ""), List.of("done after 0 s", "refused: 0 to 10 seconds")),
                Arguments.of("nagle", List.of(), List.of("lab.nagle.told.round", "lab.nagle.told.round")));
    }

    @ParameterizedTest
    @MethodSource("conversations")
    void aClientUnderstandsTheServer(String name, List<String> typed, List<String> shown) throws Exception {
        int port = Python.freePort();
        try (Python _ = Python.server(name, port)) {
            LabClient client = use(lesson(name), port);
            ada.types(typed.toArray(String[]::new));

            assertEquals(shown, ada.sees(shown.size()));
            LabStand.awaitLeft(client);
        }
    }

    @ParameterizedTest
    @MethodSource("timeServers")
    void theTimeIsToldWithTheData(String name) throws Exception {
        int port = Python.freePort();
        try (Python _ = Python.server(name, port)) {
            LabClient client = use(lesson(name), port);
            ada.types("it's", "");

            assertEquals("] b\"it's\"", ada.sees().substring("[Sat Nov 21 01:08:06 2026".length()));
            LabStand.awaitLeft(client);
        }
    }

    static Stream<String> timeServers() {
        return Stream.of("time-echo", "time-echo-threads");
    }

    @Test
    void turnsAreTakenStrictly() throws Exception {
        int port = Python.freePort();
        try (Python server = Python.server("turns", port)) {
            LabClient client = use(lesson("turns"), port);
            ada.types("hello", "bye");
            server.types("good morning");

            assertEquals("good morning", ada.sees());
            LabStand.awaitLeft(client);
            assertEquals(List.of("hello", "bye"), server.printsAll().subList(1, 3));
        }
    }

    @Test
    void bothSpeakFreely() throws Exception {
        int port = Python.freePort();
        try (Python server = Python.server("free", port)) {
            LabClient client = use(lesson("free"), port);
            server.types("a", "b");
            assertEquals(List.of("a", "b"), ada.sees(2));
            ada.types("one", "bye");

            LabStand.awaitLeft(client);
            assertEquals(List.of("one", "bye"), server.printsAll().subList(1, 3));
        }
    }

    @ParameterizedTest
    @CsvSource({"udp-ok,OK", "udp-echo,hello", "loss,got .*"})
    void datagramsAreAnswered(String name, String answer) throws Exception {
        int port = Python.freePort();
        try (Python _ = Python.server(name, port)) {
            LabClient client = use(lesson(name), port);
            ada.types("hello");

            String shown = firstAnswer();

            assertTrue(shown.matches(answer), shown);
            client.close();
        }
    }

    /// A datagram that was sent before the program listened is lost.
    private String firstAnswer() throws InterruptedException {
        String shown = ada.sees();
        while (shown.equals("lab.told.no-answer")) {
            ada.types("hello");
            shown = ada.sees();
        }
        return shown;
    }

    @Test
    void theRawClientSpeaksWithAnyOfThem() throws Exception {
        int port = Python.freePort();
        try (Python _ = Python.server("command", port)) {
            LabClient client = use(new RawStream(NO_LINE_END), port);
            ada.types("echo hello");
            assertEquals("ready|6", ada.sees());
            ada.types("Start");
            assertEquals("hello", ada.sees());
            ada.types("exit");
            assertEquals("lab.told.closed", ada.sees());
            LabStand.awaitLeft(client);
        }
        int lines = Python.freePort();
        try (Python _ = Python.server("half-close", lines)) {
            LabClient client = use(new RawStream(RawOptions.USUAL), lines);
            ada.types("one", "two").ends();
            assertEquals("2 lines, 8 bytes", ada.sees());
            LabStand.awaitLeft(client);
        }
    }

    @Test
    void theRawClientSendsDatagramsToo() throws Exception {
        int port = Python.freePort();
        try (Python server = Python.server("udp-echo", port)) {
            LabClient client = use(new RawDatagram(NO_LINE_END), port);
            Thread again = Thread.ofVirtual().start(() -> {
                while (!Thread.interrupted()) {
                    ada.types("hello");
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
                }
            });
            assertEquals("hello", ada.sees());
            again.interrupt();
            again.join();
            ada.types("bye").ends();
            LabStand.awaitLeft(client);
            assertEquals("client", server.printsAll().getFirst().split(" ", 2)[0]);
        }
    }
}
