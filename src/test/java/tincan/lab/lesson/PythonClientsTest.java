package tincan.lab.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tincan.lab.LabServer;
import tincan.lab.LabStand;
import tincan.lab.Lesson;
import tincan.lab.Python;

/// The clients in Python that stand beside the lessons, against the lessons' servers.
@Timeout(120)
final class PythonClientsTest {
    private static final String TIME = "[Sat Nov 21 01:08:06 2026] ";

    @TempDir
    private Path folder;

    private final LabStand stand = new LabStand();

    @AfterEach
    void close() {
        stand.close();
    }

    private int port(String name) throws Exception {
        Lesson lesson = new Lessons(folder, LabStand.CLOCK).named(name).orElseThrow();
        LabServer server = stand.serve(lesson, lesson.options().withHeld(Set.of()));
        return ((InetSocketAddress) server.address()).getPort();
    }

    static Stream<Arguments> conversations() {
        return Stream.of(
                Arguments.of("time-echo", List.of("Hello", "it's"), List.of(TIME + "b'Hello'", TIME + "b\"it's\"")),
                Arguments.of("time-echo-threads", List.of("Hello"), List.of(TIME + "b'Hello'")),
                Arguments.of("upper", List.of("abc", "café", "exit"), List.of("ABC", "CAFé", "EXIT")),
                Arguments.of("echo", List.of("hello, world", "图"), List.of("hello, world", "图")),
                Arguments.of("udp-ok", List.of("a", "b"), List.of("OK", "OK")),
                Arguments.of("udp-echo", List.of("one", "two", "bye"), List.of("one", "two", "bye")),
                Arguments.of("command", List.of("date", "ls", "foo", "exit"),
                        List.of("Sat Nov 21 01:08:06 UTC 2026", "",
                                "cmd has no output..", "sh: foo: not found", "")),
                Arguments.of("welcome", List.of("date", "0", "exit"), List.of(Welcome.GREETING,
                        "Sat Nov 21 01:08:06 UTC 2026", "", "You are through to Manual service.")),
                Arguments.of("printer", List.of("print hi", "status", "jump", "exit"), List.of(
                        "printed: page 1, 4 sheets left", "4 sheets, ink for 38 characters", "refused: unknown order")),
                Arguments.of("sticky", List.of("three", "pieces", "newline", "fixed", "length", "json", "what", "exit"),
                        List.of("one read: 11 bytes, b'onetwothree'", "3 reads: b'twel' b've b' b'ytes'",
                                "3 messages, 3 bytes of framing: b'one' b'two' b'three'",
                                "3 messages, 37 bytes of framing: b'one' b'two' b'three'",
                                "3 messages, 12 bytes of framing: b'one' b'two' b'three'",
                                "3 messages, 39 bytes of framing: b'one' b'two' b'three'", "refused: unknown choice")),
                Arguments.of("reuse", List.of(), List.of("bye")),
                Arguments.of("half-close", List.of("one", "two", "three"), List.of("3 lines, 14 bytes")),
                Arguments.of("backlog", List.of("early"), List.of("connected", "early")),
                Arguments.of("timeout", List.of("0", "1", "11"),
                        List.of("done after 0 s", "done after 1 s", "refused: 0 to 10 seconds")),
                Arguments.of("loss", List.of(), List.of("got 10 of 10")));
    }

    @ParameterizedTest
    @MethodSource("conversations")
    void aClientIsAnsweredAsItExpects(String lesson, List<String> typed, List<String> printed) throws Exception {
        try (Python client = Python.client(lesson, port(lesson))) {
            client.types(typed.toArray(String[]::new)).ends();

            assertEquals(printed, client.printsAll());
        }
    }

    @Test
    void nagleMakesTenRounds() throws Exception {
        try (Python client = Python.client("nagle", port("nagle"))) {
            List<String> rounds = client.ends().printsAll();
            assertEquals(10, rounds.size(), rounds.toString());
            assertTrue(rounds.getLast().startsWith("round 10: "), rounds.toString());
        }
    }

    @Test
    void turnsAreTakenStrictly() throws Exception {
        stand.host().types("good morning");
        try (Python client = Python.client("turns", port("turns"))) {
            client.types("hello", "bye").ends();

            assertEquals(List.of("good morning"), client.printsAll());
            assertEquals(List.of("hello", "bye"), stand.host().sees(2));
        }
    }

    @Test
    void bothSpeakFreely() throws Exception {
        stand.host().types("a", "b");
        try (Python client = Python.client("free", port("free"))) {
            assertEquals("a", client.prints());
            assertEquals("b", client.prints());
            client.types("one", "two", "bye");

            assertEquals(List.of("one", "two", "bye"), stand.host().sees(3));
            assertEquals(List.of(), client.printsAll());
        }
    }

    @Test
    void aFileIsUploaded() throws Exception {
        Path file = Files.writeString(folder.resolve("图 1.txt"), "Hello, 图");
        for (String stored : List.of("图 1.txt", "图 1 (1).txt")) {
            try (Python client = Python.client("upload", port("upload"), "127.0.0.1", file)) {
                assertEquals(List.of(Welcome.GREETING, "{\"status\": 200}", "recv success"),
                        client.ends().printsAll());
            }
            assertEquals("Hello, 图", Files.readString(folder.resolve("upload").resolve(stored)));
        }
    }
}
