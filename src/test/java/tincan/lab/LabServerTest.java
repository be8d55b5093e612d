package tincan.lab;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
}
