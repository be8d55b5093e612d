package tincan.lab.socket;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.CompletableFuture;
import java.net.SocketAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tincan.trace.TraceEvent.Failed;
import tincan.trace.EventLog;
import tincan.trace.SocketCall;
import tincan.trace.TraceEvent;
import tincan.trace.TraceEvent.Called;
import tincan.trace.TraceEvent.Failed;
import tincan.trace.TraceEvent.Moved;
import tincan.trace.TraceEvent.Note;
import tincan.trace.ladder.Ladder;
import tincan.trace.ladder.Rung;
import tincan.trace.ladder.View;

@Timeout(60)
final class SocketsTest {
    private static final InetSocketAddress HERE = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    private static final Duration SHORT = Duration.ofMillis(50);

    private final EventLog log = EventLog.usual();
    private final Sockets sockets = new Sockets(log, new Random(7));

    @AfterEach
    void close() {
        sockets.close();
    }

    private record Pair(StreamSocket client, StreamSocket server) {}

    private Pair pair() throws IOException {
        return pair(ListenOptions.USUAL, StreamOptions.USUAL);
    }

    private Pair pair(ListenOptions listen, StreamOptions options) throws IOException {
        ListeningSocket listening = sockets.listen("server", HERE, listen);
        StreamSocket client = sockets.connect("client-1", listening.address(), options);
        return new Pair(client, listening.accept());
    }

    @Test
    void aPartialWriteSaysHowMuchItTookAndTheRestIsSentAfterIt() throws Exception {
        Pair pair = pair();
        sockets.conditions().set(Faults.NONE.withPiece(5));

        assertEquals(5, pair.client().send("twelve bytes".getBytes(UTF_8)));
        pair.client().sendAll("twelve bytes".getBytes(UTF_8));
        pair.client().shutdown();

        assertEquals("twelvtwelve bytes", new String(all(pair.server()), UTF_8));
        assertEquals(List.of(5, 5, 5, 2), log.since(0, 1_000).stream().map(TraceEvent::what)
                .filter(what -> what instanceof Moved moved && moved.call() == SocketCall.WRITE)
                .map(TraceEvent.What::bytes).toList());
    }

    private static byte[] all(StreamSocket from) throws IOException {
        StringBuilder text = new StringBuilder();
        for (byte[] data = from.recv(1024); data.length > 0; data = from.recv(1024)) {
            text.append(new String(data, UTF_8));
        }
        return text.toString().getBytes(UTF_8);
    }

    /// An interrupt in the middle of a write would end it, though its bytes went.
    @Test
    void aWriteThatTheOtherEndHasReadIsNotToldAsFailedWhenItsThreadIsInterruptedAfterTheClose() throws Exception {
        for (int n = 0; n < 300; n++) {
            Pair pair = pair();
            Thread writer = Thread.ofVirtual().start(() -> {
                try {
                    pair.client().sendAll("bye".getBytes(UTF_8));
                } catch (SocketTrouble e) {
                    // told in the log
                }
            });
            assertEquals(3, pair.server().recv(1024).length);
            pair.client().close();
            writer.interrupt();
            writer.join();
            pair.server().close();
        }
        assertEquals(List.of(), log.since(0, 100_000).stream().map(TraceEvent::what).filter(Failed.class::isInstance)
                .toList());
    }

    @Test
    void whoIsKilledResetsTheConnection() throws Exception {
        Pair pair = pair();

        pair.client().kill();

        assertEquals(SocketTrouble.Kind.RESET,
                assertThrows(SocketTrouble.class, () -> pair.server().recv(1024)).kind());
    }

    @Test
    void nothingMoreComesAfterAHalfCloseAndTheOtherWayStaysOpen() throws Exception {
        Pair pair = pair();

        pair.client().shutdown();

        assertEquals(0, pair.server().recv(1024).length);
        pair.server().sendAll("still here".getBytes(UTF_8));
        assertEquals("still here", new String(pair.client().recv(1024), UTF_8));
    }

    @Test
    void whatDoesNotComeInTimeIsSaidAndMayStillCome() throws Exception {
        Pair pair = pair(ListenOptions.USUAL, StreamOptions.USUAL.withTimeout(SHORT));

        assertEquals(SocketTrouble.Kind.TIMED_OUT,
                assertThrows(SocketTrouble.class, () -> pair.client().recv(1024)).kind());
        pair.server().sendAll("late".getBytes(UTF_8));
        pair.client().timeout(Duration.ZERO);
        assertEquals("late", new String(pair.client().recv(1024), UTF_8));
    }

    @Test
    void aUnixDomainSocketHasATimeOutToo(@TempDir Path folder) throws Exception {
        ListeningSocket listening = sockets.listen("server", UnixDomainSocketAddress.of(folder.resolve("lab.sock")),
                ListenOptions.USUAL);
        StreamSocket client = sockets.connect("client-1", listening.address(), StreamOptions.USUAL.withTimeout(SHORT));

        assertEquals(SocketTrouble.Kind.TIMED_OUT, assertThrows(SocketTrouble.class, () -> client.recv(1024)).kind());
    }

    @Test
    void anOptionIsSetAndTold() throws Exception {
        Pair pair = pair(ListenOptions.USUAL.withReceiveBuffer(2048), StreamOptions.USUAL.withReceiveBuffer(4096));

        pair.client().noDelay(true);

        assertEquals(List.of("SO_REUSEADDR on", "SO_RCVBUF 2048", "SO_RCVBUF 4096", "TCP_NODELAY off",
                "TCP_NODELAY on"),
                log.since(0, 1_000).stream().map(TraceEvent::what)
                        .filter(what -> what instanceof Called called && called.call() == SocketCall.SET_OPTION)
                        .map(what -> ((Called) what).detail()).toList());
    }

    @Test
    void whoListensNowhereAndWhoIsNotThereIsSaid() throws Exception {
        ListeningSocket gone = sockets.listen("server", HERE, ListenOptions.USUAL);
        gone.close();

        assertEquals(SocketTrouble.Kind.REFUSED, assertThrows(SocketTrouble.class,
                () -> sockets.connect("client-1", gone.address(), StreamOptions.USUAL)).kind());
        assertEquals(SocketTrouble.Kind.NOT_OUR_ADDRESS, assertThrows(SocketTrouble.class,
                () -> sockets.listen("server", new InetSocketAddress("192.0.2.1", 0), ListenOptions.USUAL)).kind());
        assertEquals(SocketTrouble.Kind.UNREACHABLE, assertThrows(SocketTrouble.class, () -> sockets.connect("client-1",
                InetSocketAddress.createUnresolved("no.such.host.invalid", 9), StreamOptions.USUAL)).kind());
    }

    private record Exchange(UdpSocket client, UdpSocket server) {
        void send(String text) throws SocketTrouble {
            client.sendto(text.getBytes(UTF_8), server.address());
        }

        String receive() throws SocketTrouble {
            return new String(server.recvfrom(1024).data(), UTF_8);
        }
    }

    private Exchange exchange() throws SocketTrouble {
        return new Exchange(sockets.udp("client-1", StreamOptions.USUAL),
                sockets.udp("server", HERE, ListenOptions.USUAL));
    }

    @Test
    void aDatagramIsLostOnPurposeAndTheLogSaysSo() throws Exception {
        Exchange exchange = exchange();
        sockets.conditions().set(Faults.NONE.withLoss(100));
        exchange.send("one");
        sockets.conditions().set(Faults.NONE);
        exchange.send("two");

        assertEquals("two", exchange.receive());
        assertTrue(notes().stream().anyMatch(note -> note.startsWith("lost on purpose: 3 bytes")), notes().toString());
        assertEquals(List.of("loss 100 %", "no faults"),
                notes().stream().filter(note -> !note.contains("purpose")).toList());
    }

    private List<String> notes() {
        return log.since(0, 1_000).stream().map(TraceEvent::what).filter(Note.class::isInstance)
                .map(what -> ((Note) what).text()).toList();
    }

    @Test
    void aDatagramIsSentTwiceOnPurpose() throws Exception {
        Exchange exchange = exchange();
        sockets.conditions().set(Faults.NONE.withDuplicates(100));
        exchange.send("one");

        assertEquals(List.of("one", "one"), List.of(exchange.receive(), exchange.receive()));
    }

    @Test
    void aDatagramIsOvertakenByTheNext() throws Exception {
        Exchange exchange = exchange();
        sockets.conditions().set(Faults.NONE.withReordered(100));
        exchange.send("one");
        sockets.conditions().set(Faults.NONE);
        exchange.send("two");

        assertEquals(List.of("two", "one"), List.of(exchange.receive(), exchange.receive()));
    }

    @Test
    void aDatagramThatNothingOvertakesComesAllTheSame() throws Exception {
        Exchange exchange = exchange();
        sockets.conditions().set(Faults.NONE.withReordered(100));
        exchange.send("one");

        assertEquals("one", exchange.receive());
    }

    @Test
    void delayedDatagramsAllCome() throws Exception {
        Exchange exchange = exchange();
        sockets.conditions().set(Faults.NONE.withDelay(SHORT).withJitter(SHORT));
        List<String> sent = IntStream.range(0, 20).mapToObj(Integer::toString).toList();
        for (String each : sent) {
            exchange.send(each);
        }
        List<String> received = new ArrayList<>();
        for (int i = 0; i < sent.size(); i++) {
            received.add(exchange.receive());
        }
        assertEquals(sent.stream().sorted().toList(), received.stream().sorted().toList());
    }

    @Test
    void aLadderHasTheDatagramsOfBothSocketsFromOneLog() throws Exception {
        Exchange exchange = exchange();
        exchange.send("one");
        UdpSocket.Received received = exchange.server().recvfrom(1024);
        exchange.server().sendto("answer".getBytes(UTF_8), received.from());
        assertArrayEquals("answer".getBytes(UTF_8), exchange.client().recvfrom(1024).data());
        exchange.send("nobody reads this");
        UdpSocket other = sockets.udp("client-2", StreamOptions.USUAL);
        other.sendto("foreign".getBytes(UTF_8), exchange.server().address());

        View near = View.of(log, "client-1", log.ends("client-1").orElseThrow(), Duration.ZERO, 1_000);
        View far = View.facing(log, log.ends("client-1").orElseThrow(), Duration.ZERO, 1_000).orElseThrow();

        assertEquals(List.of("CLIENT 3 came", "SERVER 6 came", "CLIENT 17 lost"),
                Ladder.of(near, far).rungs().stream().filter(Rung.Transfer.class::isInstance)
                        .map(Rung.Transfer.class::cast).map(SocketsTest::shown).toList());
    }

    private static String shown(Rung.Transfer transfer) {
        return transfer.from() + " " + transfer.span().bytes() + (transfer.arrived().isPresent() ? " came" : " lost");
    }

    @Test
    void aLadderHasBothEndsOfAConnectionFromOneLog() throws Exception {
        Pair pair = pair();
        pair.client().sendAll("Hello".getBytes(UTF_8));
        assertEquals("Hel", new String(pair.server().recv(3), UTF_8));
        assertEquals("lo", new String(pair.server().recv(3), UTF_8));

        View near = View.of(log, "server-1", log.ends("server-1").orElseThrow(), Duration.ZERO, 1_000);
        View far = View.facing(log, log.ends("server-1").orElseThrow(), Duration.ZERO, 1_000).orElseThrow();
        List<Rung> rungs = Ladder.of(near, far).rungs();

        assertEquals(List.of("CLIENT 3 came", "CLIENT 2 came"), rungs.stream().filter(Rung.Transfer.class::isInstance)
                .map(Rung.Transfer.class::cast).map(SocketsTest::shown).toList());
        assertEquals(List.of("SERVER socket", "SERVER bind", "SERVER listen", "CLIENT socket"),
                rungs.stream().filter(Rung.Mark.class::isInstance).map(Rung.Mark.class::cast)
                        .map(mark -> mark.lane() + " " + ((Called) mark.event().what()).call().posix())
                        .filter(mark -> !mark.endsWith("opt") && !mark.endsWith("accept") && !mark.endsWith("connect"))
                        .toList());
    }

    @Test
    void aClosedSocketForDatagramsSaysThatItIsClosed() throws Exception {
        UdpSocket socket = sockets.udp("client-1", StreamOptions.USUAL);
        socket.close();
        SocketTrouble trouble = assertThrows(SocketTrouble.class,
                () -> socket.sendto(new byte[1], new InetSocketAddress(InetAddress.getLoopbackAddress(), 9)));
        assertEquals(SocketTrouble.Kind.CLOSED, trouble.kind());
    }

    @Test
    void whatIsDelayedLeavesWhenItsSenderCloses() throws Exception {
        Exchange exchange = exchange();
        sockets.conditions().set(Faults.NONE.withDelay(Faults.LONGEST));
        exchange.send("one");
        exchange.client().close();

        assertEquals("one", exchange.receive());
    }

    @Test
    void onlySoManyDatagramsAreDelayedAtOnce() throws Exception {
        Exchange exchange = exchange();
        sockets.conditions().set(Faults.NONE.withDelay(Faults.LONGEST));
        for (int i = 0; i <= Departures.MOST; i++) {
            exchange.send("x");
        }
        assertEquals(1, notes().stream().filter(note -> note.startsWith("lost: ")).count());
    }

    @Test
    void closingAllEndsAConnectThatWaits(@TempDir Path folder) throws Exception {
        for (SocketAddress at : List.of(HERE, UnixDomainSocketAddress.of(folder.resolve("full.sock")))) {
            Sockets own = new Sockets(log);
            ListeningSocket full = sockets.listen("server", at, ListenOptions.USUAL.withBacklog(1));
            CompletableFuture<SocketTrouble> failed = CompletableFuture.supplyAsync(() -> {
                while (true) {
                    try {
                        StreamSocket _ = own.connect("client", full.address(),
                                StreamOptions.USUAL.withConnect(Duration.ofHours(1)));
                    } catch (SocketTrouble e) {
                        return e;
                    }
                }
            });
            full.waiting().ifPresent(_ -> {
                while (full.waiting().orElse(2) < 2) {
                    Thread.onSpinWait();
                }
            });
            own.close();
            assertEquals(SocketTrouble.Kind.CLOSED, failed.get(30, TimeUnit.SECONDS).kind());
        }
    }

    @Test
    void aUnixDomainSocketWaitsInConnectNoLongerThanAsked(@TempDir Path folder) throws Exception {
        ListeningSocket full = sockets.listen("server", UnixDomainSocketAddress.of(folder.resolve("full.sock")),
                ListenOptions.USUAL.withBacklog(1));
        SocketTrouble trouble = assertThrows(SocketTrouble.class, () -> {
            for (int i = 0; i < 10; i++) {
                StreamSocket _ = sockets.connect("client", full.address(), StreamOptions.USUAL.withConnect(SHORT));
            }
        });
        assertEquals(SocketTrouble.Kind.TIMED_OUT, trouble.kind());
    }

    @Test
    void anAddressWhoseNameIsNotKnownIsNotBoundTo() {
        InetSocketAddress nowhere = InetSocketAddress.createUnresolved("nowhere.invalid", 0);
        assertEquals(SocketTrouble.Kind.UNREACHABLE,
                assertThrows(SocketTrouble.class, () -> sockets.listen("server", nowhere, ListenOptions.USUAL)).kind());
        assertTrue(log.since(0, 1_000).stream().anyMatch(event -> event.what() instanceof Failed), "bind failed");
    }

    @Test
    void whoWaitsWhileCallsAreHeldWaitsNoLongerThanARead() throws Exception {
        Pair pair = pair(ListenOptions.USUAL.withTimeout(SHORT), StreamOptions.USUAL);
        sockets.pace().mode(Pace.Mode.STEP);
        pair.client().close();
        pair.server().await(1, Duration.ofHours(1));
    }

    @Test
    void aReadOfAUnixDomainSocketThatTookTooLongIsNotTheEndOfTheStream(@TempDir Path folder) throws Exception {
        ListeningSocket listening = sockets.listen("server", UnixDomainSocketAddress.of(folder.resolve("a.sock")),
                ListenOptions.USUAL);
        StreamSocket client = sockets.connect("client-1", listening.address(), StreamOptions.USUAL.withTimeout(SHORT));
        assertThrows(SocketTrouble.class, () -> client.recv(1));
        assertTrue(log.since(0, 1_000).getLast().what() instanceof Failed, "the read failed");
    }

    @Test
    void aShorterWaitHoldsForOneReadOnly() throws Exception {
        Pair pair = pair();
        SocketTrouble trouble = assertThrows(SocketTrouble.class, () -> pair.client().recv(1, SHORT));
        assertEquals(SocketTrouble.Kind.TIMED_OUT, trouble.kind());
        sockets.later(() -> {
            try {
                pair.server().sendAll("late".getBytes(UTF_8));
            } catch (SocketTrouble e) {
                throw new AssertionError(e);
            }
        }, SHORT.multipliedBy(4));
        assertEquals("late", new String(pair.client().recv(4), UTF_8));
    }
}
