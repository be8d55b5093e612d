package tincan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tincan.wire.Frame;
import tincan.wire.FrameWriter;
import tincan.wire.Refusal;

/// The program through its front door: processes of its own, over the loopback.
@Timeout(180)
final class MainTest {

    @Test
    void tenThousandTextsEachWayAtOnceStandInTheSameOrderOnBothSides() throws Exception {
        int count = 10_000;
        try (TincanProcess host = host(); TincanProcess guest = guest(host.port())) {
            together(host, guest);
            CompletableFuture<Void> pouring = CompletableFuture.runAsync(() -> host.pour(says("Ada", count)));
            guest.pour(says("Bob", count));
            pouring.join();
            List<String> hostHeard = host.lines("\"event\":\"said\"", 2 * count);
            assertEquals(hostHeard, guest.lines("\"event\":\"said\"", 2 * count));
            assertInOrder("Ada", count, hostHeard);
            assertInOrder("Bob", count, hostHeard);
            assertEquals(delivered(count), host.lines("\"event\":\"delivered\"", count));
            assertEquals(delivered(count), guest.lines("\"event\":\"delivered\"", count));
            guest.type("{\"leave\":true}");
            assertEquals(0, guest.exit());
            assertEquals("{\"event\":\"left\",\"member\":\"Bob\",\"reason\":\"left\"}",
                    host.line("\"event\":\"left\""));
            host.typeNoMore();
            assertEquals(0, host.exit());
            assertEquals(List.of(), Stream.concat(host.err().stream(), guest.err().stream()).toList());
        }
    }

    @Test
    void whatIsPipedInIsDeliveredBeforeTheGuestLeaves() throws Exception {
        int count = 8_000;
        List<String> lines = IntStream.rangeClosed(1, count).mapToObj(Integer::toString).toList();
        try (TincanProcess host = TincanProcess.run("host", "--open", "--json", "--port", "0");
                TincanProcess guest = TincanProcess.run("join", "127.0.0.1:" + host.port(), "--name", "Bob")) {
            guest.pour(lines);
            guest.typeNoMore();
            assertEquals(0, guest.exit());
            host.line("\"event\":\"left\"");
            assertEquals(lines, host.lines("\"event\":\"said\"", count).stream()
                    .map(line -> line.replaceAll(".*\"text\":\"(\\d+)\".*", "$1")).toList());
            assertEquals(List.of(), guest.err());
        }
    }

    @Test
    void peopleReadWhatTheOthersSayAndWhoComesAndGoes() throws Exception {
        try (TincanProcess host = TincanProcess.run("host", "--open", "--port", "0", "--name", "Ada", "--title",
                "Talk");
                TincanProcess guest = TincanProcess.run("join", "127.0.0.1:" + portOfPeople(host), "--name", "Bob")) {
            guest.type("hello, 你好\u0007");
            assertEquals("Bob: hello, 你好␇", host.line("Bob: "));
            host.type("hi Bob");
            assertEquals("Ada: hi Bob", guest.line("Ada: "));
            host.typeNoMore();
            assertEquals(0, host.exit());
            assertEquals(0, guest.exit());
            assertEquals(List.of("* You are in \"Talk\" as Bob.",
                    "* An open lesson: everybody on the network can read what is said.", "* Ada joined.", "Ada: hi Bob",
                    "* The host ended the session."), guest.out());
            assertFalse(host.out().contains("Ada: hi Bob"), host::toString);
            assertEquals(List.of(), guest.err());
        }
    }

    @Test
    void aPersonWithASocketAndNoProgramIsInTheTalk() throws Exception {
        try (TincanProcess host = host(); Socket socket = new Socket(InetAddress.getLoopbackAddress(), host.port())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write("hello from nc\n".getBytes(StandardCharsets.UTF_8));
            assertTrue(host.line("\"event\":\"said\"").contains("\"text\":\"hello from nc\""), host::toString);
            host.type("{\"say\":\"hello from Ada\"}");
            var read = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            assertTrue(read.lines().anyMatch("Ada: hello from Ada"::equals));
        }
    }

    @Test
    void whoIsToldToStopSaysGoodbyeFirst() throws Exception {
        try (TincanProcess host = host(); TincanProcess guest = guest(host.port())) {
            together(host, guest);
            guest.stop();
            assertEquals("{\"event\":\"left\",\"member\":\"Bob\",\"reason\":\"left\"}",
                    host.line("\"event\":\"left\""));
            guest.exit();
            assertEquals("{\"event\":\"state\",\"state\":\"closed\",\"reason\":\"left\"}", guest.out().getLast());
        }
    }

    @Test
    void whoseOutputNobodyReadsLeavesQuietly() throws Exception {
        try (TincanProcess host = host(); TincanProcess guest = guest(host.port())) {
            together(host, guest);
            guest.readNoMore();
            // one line may still go to the read that was under way, so there must be others after it
            for (int n = 1; host.with("\"event\":\"left\"").isEmpty(); n++) {
                host.type("{\"say\":\"is anybody there?\"}");
                host.lines("\"event\":\"said\"", n);
            }
            assertEquals(0, guest.exit());
            assertEquals(List.of(), guest.err());
        }
    }

    @Test
    void aHostWritesWhatHappensOnItsSocketsToAFile(@TempDir Path folder) throws Exception {
        Path log = folder.resolve("log.txt");
        try (TincanProcess host = TincanProcess.run("host", "--open", "--json", "--port", "0", "--headless-log",
                log.toString()); TincanProcess guest = guest(host.port())) {
            together(host, guest);
            guest.typeNoMore();
            assertEquals(0, guest.exit());
            host.typeNoMore();
            assertEquals(0, host.exit());
            List<String> lines = Files.readAllLines(log);
            List.of(" -- bind ", " -- listen ", " -- accept ", " << HELLO ", " >> WELCOME ", " -- close ").forEach(
                    part -> assertTrue(lines.stream().anyMatch(line -> line.contains(part)), part + lines));
        }
    }

    @Test
    void aPortInUseIsThree() throws Exception {
        try (ServerSocket other = new ServerSocket(0);
                TincanProcess host = TincanProcess.run("host", "--open", "--port", "" + other.getLocalPort())) {
            assertFails(3, "Port " + other.getLocalPort() + " is in use by another program.", host);
        }
    }

    @Test
    void aHostThatIsNotThereIsFour() throws Exception {
        int port;
        try (ServerSocket gone = new ServerSocket(0)) {
            port = gone.getLocalPort();
        }
        try (TincanProcess guest = TincanProcess.run("join", "127.0.0.1:" + port)) {
            assertFails(4, "nobody hosts a session at that port", guest);
        }
        try (TincanProcess guest = TincanProcess.run("join", "nobody.invalid")) {
            assertFails(4, "No computer named nobody.invalid was found", guest);
        }
    }

    @Test
    void aHostThatSaysNoIsFive() throws Exception {
        byte[] no = FrameWriter.bytes(new Frame.Refused(Refusal.FULL, ""));
        try (ServerSocket host = answering(no);
                TincanProcess guest = TincanProcess.run("join", "127.0.0.1:" + host.getLocalPort(), "--json")) {
            assertFails(5, "is full", guest);
            assertEquals(List.of("{\"event\":\"refused\",\"reason\":\"session full\"}"), guest.out());
        }
    }

    @Test
    void aRoomThatIsNoLongerThereIsSix() throws Exception {
        try (TincanProcess host = host()) {
            int port = host.port();
            try (TincanProcess guest = guest(port)) {
                together(host, guest);
                host.kill();
                guest.line("\"state\":\"reconnecting\"");
                try (TincanProcess another = TincanProcess.run("host", "--open", "--json", "--port", "" + port)) {
                    assertEquals(port, another.port());
                    assertFails(6, "no longer exists", guest);
                }
            }
        }
    }

    @Test
    void aServerThatIsNoTincanIsSeven() throws Exception {
        try (ServerSocket web = answering("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.UTF_8));
                TincanProcess guest = TincanProcess.run("join", "127.0.0.1:" + web.getLocalPort())) {
            assertFails(7, "is not a Tincan host", guest);
        }
    }

    @Test
    void aWrongFlagIsTwo() throws Exception {
        try (TincanProcess host = TincanProcess.run("host", "--shout")) {
            assertFails(2, "tincan does not know \"--shout\": see tincan host --help.", host);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ":0.no-such-display"})
    void withoutADisplayTheWindowIsOneSentenceThatNamesTheCommands(String display) throws Exception {
        try (TincanProcess window = TincanProcess.run(List.of(), builder -> {
            builder.environment().remove("WAYLAND_DISPLAY");
            builder.environment().put("DISPLAY", display);
        })) {
            assertFails(2, "tincan host or tincan join", window);
        }
    }

    @Test
    void theTerminalLoadsNoClassOfTheWindow(@TempDir Path folder) throws Exception {
        Path log = folder.resolve("classes.txt");
        try (TincanProcess host = TincanProcess.run(List.of("-Xlog:class+load:file=" + log), _ -> {
        }, "host", "--json",
                "--open", "--port", "0"); TincanProcess guest = guest(host.port())) {
            together(host, guest);
            host.typeNoMore();
            assertEquals(0, host.exit());
            assertEquals(0, guest.exit());
        }
        List<String> loaded = Files.readAllLines(log);
        assertTrue(loaded.stream().anyMatch(line -> line.contains(" tincan.HostCommand ")), "no classes in the log");
        assertEquals(List.of(), loaded.stream().filter(line -> line.contains(" javafx.")
                || line.contains(" com.sun.javafx.") || line.contains(" tincan.ui.")).toList());
    }

    @Test
    void theHelpSpeaksTheLanguageOfTheSystem() throws Exception {
        try (TincanProcess help = TincanProcess.run(List.of("-Duser.language=zh"), _ -> {
        }, "host", "--help")) {
            assertEquals(0, help.exit());
            assertTrue(help.out().contains("主持会话：输入的每一行都会发出，对话会打印出来。"), help::toString);
        }
    }

    private static TincanProcess host() throws IOException {
        return TincanProcess.run("host", "--open", "--json", "--port", "0", "--name", "Ada");
    }

    private static TincanProcess guest(int port) throws IOException {
        return TincanProcess.run("join", "127.0.0.1:" + port, "--json", "--name", "Bob");
    }

    /// Waits until the guest is in, as both see it.
    private static void together(TincanProcess host, TincanProcess guest) {
        host.line("\"joined\",\"member\":\"Bob\"");
        guest.line("\"joined\",\"member\":\"Bob\"");
    }

    private static String portOfPeople(TincanProcess host) {
        return host.line("Others join at port").replaceAll("\\D+(\\d+).*", "$1");
    }

    private static List<String> says(String name, int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> "{\"say\":\"%s %d\"}".formatted(name, i)).toList();
    }

    private static List<String> delivered(int count) {
        return IntStream.rangeClosed(1, count).mapToObj("{\"event\":\"delivered\",\"id\":%d}"::formatted).toList();
    }

    private static void assertInOrder(String name, int count, List<String> said) {
        List<String> expected = IntStream.rangeClosed(1, count)
                .mapToObj(i -> "\"from\":\"%s\",\"id\":%d,\"text\":\"%s %d\"".formatted(name, i, name, i)).toList();
        assertEquals(expected, said.stream().filter(line -> line.contains("\"from\":\"" + name + "\""))
                .map(line -> line.replaceAll(".*(\"from\".*),\"at\".*", "$1")).toList());
    }

    private static void assertFails(int code, String words, TincanProcess process) throws InterruptedException {
        assertEquals(code, process.exit(), process::toString);
        assertEquals(1, process.err().size(), process::toString);
        assertTrue(process.err().getFirst().contains(words), process::toString);
    }

    /// A server that gives everyone the same answer: a guest asks in private first, then in the open.
    private static ServerSocket answering(byte[] answer) throws IOException {
        ServerSocket server = new ServerSocket(0);
        Thread.ofVirtual().start(() -> {
            try {
                while (true) {
                    answer(server.accept(), answer);
                }
            } catch (IOException _) {
                // the test is over
            }
        });
        return server;
    }

    private static void answer(Socket socket, byte[] answer) {
        Thread.ofVirtual().start(() -> {
            try (socket) {
                socket.getInputStream().read();
                socket.getOutputStream().write(answer);
                socket.getInputStream().transferTo(OutputStream.nullOutputStream());
            } catch (IOException _) {
                // the guest has gone
            }
        });
    }
}
