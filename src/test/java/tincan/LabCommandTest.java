package tincan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.Socket;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tincan.home.Home;
import tincan.lab.LabServer;
import tincan.lab.Lesson;
import tincan.lab.LineConsole;
import tincan.lab.ServerOptions;
import tincan.lab.lesson.Lessons;
import tincan.lab.socket.Place;
import tincan.lab.socket.SocketTrouble;
import tincan.lab.socket.Sockets;
import tincan.trace.EventLog;

@Timeout(120)
final class LabCommandTest {
    @TempDir
    private Path home;

    private final Sockets sockets = new Sockets(EventLog.off());

    @AfterEach
    void close() {
        sockets.close();
    }

    @Test
    void eachLessonIsALineWithItsPortAndWhatOneWillHaveSeen() {
        FakeTerminal terminal = FakeTerminal.typed("");
        assertEquals(0, lab(terminal, "list"));
        assertEquals(
                "time-echo           8009  TCP  One server, two clients: the second is connected at once, but waits"
                        + " to be served.",
                terminal.out().getFirst());
        assertEquals(new Lessons(home, Clock.systemUTC()).all().stream().map(Lesson::name).toList(),
                terminal.out().stream().map(line -> line.substring(0, line.indexOf(' '))).toList());
    }

    @ParameterizedTest
    @CsvSource({"serve nope, There is no lesson", "serve echo --port 70000, is no port",
            "serve echo --clients two, is no way",
            "serve echo --backlog 0, is no backlog", "serve udp-ok --unix /tmp/x, A Unix domain socket is a file",
            "serve echo --bind a/b, is no address", "connect a:b, is no address",
            "connect 5 --line-end x, is no line end",
            "connect 5 --time-out 0, is no time-out", "connect unix:/tmp/x --udp, is no address",
            "connect, ADDRESS is missing",
            "'', Say what to do"})
    void whatIsWrongOnTheCommandLineIsSaidInOneSentence(String arguments, String sentence) {
        FakeTerminal terminal = FakeTerminal.typed("");
        assertEquals(2, lab(terminal, arguments.isEmpty() ? new String[0] : arguments.split(" ")));
        assertEquals(1, terminal.err().size());
        assertTrue(terminal.err().getFirst().contains(sentence), terminal.err().getFirst());
    }

    @Test
    void aRawClientSendsLinesAndPrintsWhatComes() throws Exception {
        FakeTerminal terminal = FakeTerminal.typed("one\n");
        assertEquals(0, lab(terminal, "connect", served("upper")));
        assertEquals("ONE", terminal.out().getFirst());
    }

    @Test
    void noLineIsLostHoweverFastTheyCome() throws Exception {
        FakeTerminal terminal = FakeTerminal.typed("x\n".repeat(30_000));
        assertEquals(0, lab(terminal, "connect", served("half-close")));
        assertEquals("30000 lines, 60000 bytes", terminal.out().getFirst());
    }

    @Test
    void datagramsAreSentALineEach() throws Exception {
        FakeTerminal terminal = FakeTerminal.typed("bye\n");
        assertEquals(0, lab(terminal, "connect", served("udp-echo"), "--as", "udp-echo"));
        assertEquals("bye", terminal.out().getFirst());
    }

    @Test
    void bytesAreTypedInHex() throws Exception {
        FakeTerminal terminal = FakeTerminal.typed("48 69\n");
        assertEquals(0, lab(terminal, "connect", served("upper"), "--hex"));
        assertEquals("HI", terminal.out().getFirst());
    }

    @Test
    void whoIsNotThereIsSaidWithItsOwnNumber() throws Exception {
        String place = served("echo");
        sockets.close();
        FakeTerminal terminal = FakeTerminal.typed("one\n");
        assertEquals(4, lab(terminal, "connect", place));
        assertEquals(
                List.of("connect failed. The system said: Connection refused. The computer is there, but nobody listens"
                        + " at that port. Start the server first, and compare the ports."),
                terminal.err());
    }

    @Test
    void aServerAnswersAndSaysWhatHappened() throws Exception {
        try (TincanProcess tincan = TincanProcess.run("lab", "serve", "upper", "--port", "0", "--once")) {
            String line = tincan.line("listens at");
            int port = Integer.parseInt(line.replaceAll(".*127\\.0\\.0\\.1:(\\d+).*", "$1"));
            FakeTerminal second = FakeTerminal.typed("");
            assertEquals(3, lab(second, "serve", "echo", "--port", Integer.toString(port), "--quiet"));
            assertTrue(second.err().getFirst().contains("Something else has that port"), second.err().getFirst());
            try (Socket client = new Socket("127.0.0.1", port)) {
                client.getOutputStream().write("abc".getBytes(UTF_8));
                client.shutdownOutput();
                assertEquals("ABC", new String(client.getInputStream().readAllBytes(), UTF_8));
            }
            tincan.line("server-1 >> write 3 bytes");
            assertEquals(0, tincan.exit());
        }
    }

    /// The server of a lesson.
    ///
    /// @return where it is
    private String served(String name) throws SocketTrouble {
        Lesson lesson = new Lessons(home, Clock.systemUTC()).named(name).orElseThrow();
        return LabServer.start(lesson, ServerOptions.at(0).withPlace(new Place.Port("127.0.0.1", 0)), sockets,
                new LineConsole(new LineConsole.Screen() {
                    @Override
                    public void printed(String text) {}

                    @Override
                    public void told(String key, Object... values) {}
                })).place().shown();
    }

    private int lab(FakeTerminal terminal, String... options) {
        String[] arguments = new String[options.length + 1];
        arguments[0] = "lab";
        System.arraycopy(options, 0, arguments, 1, options.length);
        return new CommandLines(terminal.terminal(), Home.below(home)).run(new LiveSessions(), arguments);
    }
}
