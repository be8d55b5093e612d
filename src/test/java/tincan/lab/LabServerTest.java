package tincan.lab;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicReference;
import java.time.Duration;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tincan.trace.TraceEvent.Called;
import tincan.lab.socket.UdpSocket;
import tincan.lab.lesson.Turns;
import tincan.lab.lesson.Printer;
import tincan.lab.lesson.TimeEcho;
import tincan.lab.socket.Pace;
import tincan.lab.socket.SocketTrouble;
import tincan.lab.socket.Sockets;
import tincan.lab.socket.StreamOptions;
import tincan.lab.socket.StreamSocket;
import tincan.trace.EventLog;
import tincan.trace.SocketCall;

final class LabServerTest {
    private static final long DEADLINE_SECONDS = 30;
    private static final ServerOptions ANY_PORT = ServerOptions
            .at(0).withAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    private static final String ANSWER = "[Sat Nov 21 01:08:06 2026] b'Hello'";

    private final EventLog log = EventLog.usual();
    private final Sockets sockets = new Sockets(log);
    private final BlockingQueue<String> shown = new LinkedBlockingQueue<>();
    private final LineConsole console = new LineConsole(new LineConsole.Screen() {
        @Override
        public void printed(String text) {
            shown.add(text);
        }

        @Override
        public void told(String key, Object... values) {
            shown.add(key);
        }
    });
    private final Lesson lesson = new TimeEcho(Clock.fixed(Instant.parse("2026-11-21T01:08:06Z"), ZoneOffset.UTC));

    @AfterEach
    void close() {
        sockets.close();
    }

    @Test
    void aClientIsAnsweredWithTheTime() throws Exception {
        LabServer server = LabServer.start(lesson, ANY_PORT, sockets, console);
        LabClient client = LabClient.start(lesson, "client-1", server.address(), StreamOptions.USUAL, sockets, console);

        console.type("Hello");

        assertEquals(ANSWER, shown.poll(DEADLINE_SECONDS, TimeUnit.SECONDS));
        console.type("");
        assertTrue(client.ended().get(DEADLINE_SECONDS, TimeUnit.SECONDS).isEmpty(), "left without trouble");
    }

    @Test
    void theSecondClientWaitsInTheBacklogWhileTheFirstIsServed() throws Exception {
        LabServer server = LabServer.start(lesson, ANY_PORT, sockets, console);
        try (StreamSocket first = connect(server); StreamSocket second = connect(server)) {
            first.sendAll("Hello".getBytes(UTF_8));
            assertEquals(ANSWER, new String(first.recv(1024), UTF_8));
            second.sendAll("Hello".getBytes(UTF_8));
            assertEquals(1, server.clients().size());
            server.waiting().ifPresent(waiting -> assertEquals(1, waiting));

            first.close();

            assertEquals(ANSWER, new String(second.recv(1024), UTF_8));
        }
    }

    @Test
    void withThreadsAllAreServedAtOnce() throws Exception {
        for (ServerOptions.Serving serving : Set.of(ServerOptions.Serving.THREAD,
                ServerOptions.Serving.VIRTUAL_THREAD)) {
            try (LabServer server = LabServer.start(lesson, ANY_PORT.withServing(serving), sockets, console);
                    StreamSocket first = connect(server);
                    StreamSocket second = connect(server)) {
                second.sendAll("Hello".getBytes(UTF_8));
                assertEquals(ANSWER, new String(second.recv(1024), UTF_8));
                first.sendAll("Hello".getBytes(UTF_8));
                assertEquals(ANSWER, new String(first.recv(1024), UTF_8));
            }
        }
    }

    @Test
    void aUnixDomainSocketServesAsWell(@TempDir Path folder) throws Exception {
        UnixDomainSocketAddress file = UnixDomainSocketAddress.of(folder.resolve("lab.sock"));
        try (LabServer server = LabServer.start(lesson, ANY_PORT.withAddress(file), sockets, console);
                StreamSocket client = connect(server)) {
            client.sendAll("Hello".getBytes(UTF_8));
            assertEquals(ANSWER, new String(client.recv(1024), UTF_8));
        }
    }

    @Test
    void aPortInUseIsSaidWithWhoHasIt() throws Exception {
        LabServer server = LabServer.start(lesson, ANY_PORT, sockets, console);

        SocketTrouble trouble = assertThrows(SocketTrouble.class,
                () -> LabServer.start(lesson, ANY_PORT.withAddress(server.address()), sockets, console));

        assertEquals(SocketTrouble.Kind.PORT_IN_USE, trouble.kind());
        trouble.holder().ifPresent(holder -> assertTrue(holder.contains("(" + ProcessHandle.current().pid() + ")"),
                holder));
    }

    @Test
    void anAcceptIsHeldUntilAStepAndNothingIsLost() throws Exception {
        CountDownLatch held = new CountDownLatch(1);
        sockets.pace().onChange(() -> {
            if (!sockets.pace().held().isEmpty()) {
                held.countDown();
            }
        });
        LabServer server = LabServer.start(lesson, ANY_PORT.withHeld(Set.of(SocketCall.ACCEPT)), sockets, console);
        try (StreamSocket client = connect(server)) {
            client.sendAll("Hello".getBytes(UTF_8));
            assertTrue(held.await(DEADLINE_SECONDS, TimeUnit.SECONDS), "accept is held");
            assertEquals(List.of(), server.clients());

            assertTrue(sockets.pace().step());

            assertEquals(ANSWER, new String(client.recv(1024), UTF_8));
        }
    }

    @Test
    void closingTheServerEndsWhatIsHeldAndWhatWaits() throws Exception {
        sockets.pace().mode(Pace.Mode.STEP);
        LabServer server = LabServer.start(lesson, ANY_PORT, sockets, console);

        server.close();

        server.awaitEnd();
        assertEquals(List.of(), sockets.pace().held());
    }

    private StreamSocket connect(LabServer server) throws IOException {
        return sockets.connect("client-1", server.address(), StreamOptions.USUAL);
    }

    /// A lesson that does what a test wants.
    private record Rude(IOExceptionally server) implements Lesson.Stream {
        interface IOExceptionally {
            void serve(StreamSocket client) throws IOException;
        }

        @Override
        public String name() {
            return "rude";
        }

        @Override
        public int port() {
            return 0;
        }

        @Override
        public void serve(StreamSocket client, Console console) throws IOException {
            server.serve(client);
        }

        @Override
        public void use(StreamSocket server, Console console) {}

        @Override
        public List<Goal> goals() {
            return List.of();
        }
    }

    @Test
    void aProgramThatBreaksEndsItsOwnConnectionAlone() throws Exception {
        Lesson rude = new Rude(client -> {
            if (client.recv(1)[0] == 'x') {
                throw new IllegalStateException("broken");
            }
            client.sendAll("ok".getBytes(UTF_8));
        });
        LabServer server = LabServer.start(rude, ANY_PORT, sockets, console);
        try (StreamSocket first = connect(server); StreamSocket second = connect(server)) {
            first.sendAll("x".getBytes(UTF_8));
            assertEquals(0, first.recv(1).length);
            second.sendAll("y".getBytes(UTF_8));
            assertEquals("ok", new String(second.recv(2), UTF_8));
        }
    }

    @Test
    void anAnswerThatCannotBeSentLeavesTheOthersServed() throws Exception {
        Lesson rude = new Lesson.Datagram() {
            @Override
            public String name() {
                return "rude-udp";
            }

            @Override
            public int port() {
                return 0;
            }

            @Override
            public void serve(UdpSocket socket, Console person) throws IOException {
                while (true) {
                    UdpSocket.Received datagram = socket.recvfrom(100);
                    boolean nowhere = new String(datagram.data(), UTF_8).equals("nowhere");
                    socket.sendto(datagram.data(), nowhere
                            ? new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)
                            : datagram.from());
                }
            }

            @Override
            public void use(UdpSocket socket, InetSocketAddress server, Console person) {}

            @Override
            public List<Goal> goals() {
                return List.of();
            }
        };
        LabServer server = LabServer.start(rude, ANY_PORT, sockets, console);
        UdpSocket client = sockets.udp("client-1",
                StreamOptions.USUAL.withTimeout(Duration.ofSeconds(DEADLINE_SECONDS)));
        client.sendto("nowhere".getBytes(UTF_8), (InetSocketAddress) server.address());
        client.sendto("back".getBytes(UTF_8), (InetSocketAddress) server.address());
        assertEquals("back", new String(client.recvfrom(100).data(), UTF_8));
    }

    @Test
    void whoIsAcceptedWhileTheServerClosesIsLetGo() throws Exception {
        AtomicReference<LabServer> running = new AtomicReference<>();
        LabServer server = LabServer.start(lesson,
                ANY_PORT.withServing(ServerOptions.Serving.VIRTUAL_THREAD), sockets, console);
        running.set(server);
        Runnable bell = log.onAppend(() -> {
            boolean accepted = log.since(log.newest() - 1, 1).stream()
                    .anyMatch(event -> event.what() instanceof Called called && called.call() == SocketCall.ACCEPT);
            if (accepted) {
                running.get().close();
            }
        });
        try (StreamSocket client = sockets.connect("client-1", server.address(),
                StreamOptions.USUAL.withTimeout(Duration.ofSeconds(DEADLINE_SECONDS)))) {
            assertEquals(0, client.recv(1).length);
        } finally {
            bell.run();
        }
    }

    @Test
    void closingEndsAServerThatWaitsForItsPerson() throws Exception {
        LabServer server = LabServer.start(new Turns(), ANY_PORT, sockets, console);
        StreamSocket client = connect(server);
        client.sendAll("hello\n".getBytes(UTF_8));
        assertEquals("hello", shown.poll(DEADLINE_SECONDS, TimeUnit.SECONDS));

        server.close();

        assertTimeoutPreemptively(Duration.ofSeconds(DEADLINE_SECONDS), server::awaitEnd);
        console.type("for the next");
        assertEquals("for the next", console.readLine().orElse(""));
    }

    @Test
    void closingEndsAClientThatWaitsForItsPerson() throws Exception {
        LabServer server = LabServer.start(lesson, ANY_PORT, sockets, console);
        LabClient client = LabClient.start(lesson, "client-1", server.address(), StreamOptions.USUAL, sockets, console);

        client.close();

        assertTrue(client.ended().get(DEADLINE_SECONDS, TimeUnit.SECONDS).isEmpty(), "left without trouble");
    }

    @Test
    void aServerThatGetsNoPlaceChangesNothingOfTheOneThatHasIt() throws Exception {
        Lesson printer = new Printer();
        LabServer server = LabServer.start(printer, ANY_PORT, sockets, console);
        try (StreamSocket client = connect(server)) {
            client.sendAll("print abcde\n".getBytes(UTF_8));
            assertEquals("printed: page 1, 4 sheets left\n", new String(client.recv(1024), UTF_8));

            assertThrows(SocketTrouble.class, () -> LabServer.start(printer,
                    ANY_PORT.withAddress(server.address()).withHeld(Set.of(SocketCall.READ)), sockets, console));

            assertEquals(Pace.Mode.RUN, sockets.pace().mode());
            client.sendAll("status\n".getBytes(UTF_8));
            assertEquals("4 sheets, ink for 35 characters\n", new String(client.recv(1024), UTF_8));
        }
    }
}
