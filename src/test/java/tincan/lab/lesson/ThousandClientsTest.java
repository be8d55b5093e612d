package tincan.lab.lesson;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tincan.lab.LabServer;
import tincan.lab.LabStand;
import tincan.lab.Lesson;
import tincan.lab.ServerOptions;
import tincan.lab.socket.StreamSocket;
import tincan.trace.SocketCall;
import tincan.trace.TraceEvent;

@Timeout(120)
final class ThousandClientsTest {
    private static final int CLIENTS = 1000;

    private final LabStand stand = new LabStand();
    private final Lesson echo = new Echo();

    @AfterEach
    void close() {
        stand.close();
    }

    @Test
    void aThousandAtOnceAreAnsweredByVirtualThreads() throws Exception {
        ServerOptions options = echo.options().withServing(ServerOptions.Serving.VIRTUAL_THREAD);
        LabServer server = stand.serve(echo, options.withListen(options.listen().withBacklog(CLIENTS)));
        CountDownLatch connected = new CountDownLatch(CLIENTS);
        List<Future<String>> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < CLIENTS; i++) {
                String text = "client " + i;
                answers.add(threads.submit(() -> asked(server, text, connected)));
            }
        }
        for (int i = 0; i < CLIENTS; i++) {
            assertEquals("client " + i, answers.get(i).get());
        }
    }

    /// Asks when all are connected.
    private String asked(LabServer server, String text, CountDownLatch connected) throws Exception {
        try (StreamSocket client = stand.connect(server)) {
            connected.countDown();
            assertEquals(true, connected.await(LabStand.DEADLINE_SECONDS, TimeUnit.SECONDS), "all are connected");
            client.sendAll(text.getBytes(UTF_8));
            return new String(client.recv(1024), UTF_8);
        }
    }

    @Test
    void oneAtATimeTheSecondWaitsUntilTheFirstHasLeft() throws Exception {
        LabServer server = stand.serve(echo);
        try (StreamSocket first = stand.connect(server); StreamSocket second = stand.connect(server)) {
            second.sendAll("second".getBytes(UTF_8));
            first.sendAll("first".getBytes(UTF_8));
            assertEquals("first", new String(first.recv(1024), UTF_8));
            first.close();
            assertEquals("second", new String(second.recv(1024), UTF_8));
        }

        TraceEvent left = stand.seen().only("server-1").returned(SocketCall.CLOSE).findFirst().orElseThrow();
        assertEquals(2, stand.seen().before(left).returned(SocketCall.CONNECT).count(), "both were connected");
        assertEquals(1, stand.seen().before(left).returned(SocketCall.ACCEPT).count(), "one was accepted");
    }
}
