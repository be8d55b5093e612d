package tincan.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tincan.room.Entry;
import tincan.text.Text;
import tincan.trace.EventLog;
import tincan.wire.BrokenFrame;
import tincan.wire.Farewell;
import tincan.wire.Frame;
import tincan.wire.FrameReader;
import tincan.wire.FrameWriter;
import tincan.wire.Refusal;

/// Peers that send what they should not, at every step; meanwhile an honest guest notices nothing.
@Timeout(120)
class RudePeerTest {
    private final Ear hostEar = new Ear();
    private final Ear honestEar = new Ear();
    private HostSession host;
    private GuestSession honest;

    @BeforeEach
    void open() throws SessionFailure {
        host = new HostSession(HostOptions.open("Ada", "t", 0, Text.in(Locale.ENGLISH)).onLoopback(), EventLog.off());
        host.start(hostEar);
        honest = new GuestSession(new GuestOptions(new PeerAddress("127.0.0.1", host.port(), ""), "Honest"),
                EventLog.off());
        honest.start(honestEar);
    }

    @AfterEach
    void honestGuestNoticedNothing() throws InterruptedException {
        honest.say("still here");
        hostEar.awaitSaid("still here");
        host.say("so am I");
        honestEar.awaitSaid("so am I");
        assertTrue(honestEar.events().stream().noneMatch(event -> event instanceof SessionEvent.StateChanged changed
                && changed.state() == LinkState.RECONNECTING));
        honest.leave();
        host.leave();
    }

    @Test
    void aBinaryStrangerIsRefusedWithAReason() throws Exception {
        try (RawPeer peer = new RawPeer(host.port())) {
            peer.send(new byte[]{5, 3, 1, 2, 0, 1, 0, 1});
            Frame.Refused refused = assertInstanceOf(Frame.Refused.class, peer.receive());
            assertEquals(Refusal.BAD_DATA, refused.code());
            assertTrue(peer.ended());
        }
        hostEar.await(SessionEvent.TurnedAway.class, away -> away.reason().contains("length"), "turned away");
    }

    @Test
    void aHelloOfAnotherVersionIsRefused() throws Exception {
        try (RawPeer peer = new RawPeer(host.port())) {
            peer.send(new Frame.Hello(99, "Bob", Optional.empty()));
            assertEquals(Refusal.VERSION, assertInstanceOf(Frame.Refused.class, peer.receive()).code());
            assertTrue(peer.ended());
        }
    }

    @Test
    void aClaimToAPlaceThatIsNotThereIsRefused() throws Exception {
        try (RawPeer peer = new RawPeer(host.port())) {
            peer.send(new Frame.Hello(1, "Bob", Optional.of(new Frame.Return("no such", 1, "key", 0))));
            assertEquals(Refusal.NO_PLACE, assertInstanceOf(Frame.Refused.class, peer.receive()).code());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000\u0000\u0000\u0000", "\u0000\u0010\u0000\u0001\u0006",
            "\u0000\u0000\u0000\u0003\u0006{x", "\u0000\u0000\u0000\u0003\u0001{}", "\u007f\u007f\u007f\u007f\u0006",
            "\u0000\u0000\u0000\u0014\u0006{\"id\":1,\"text\":17.5}"})
    void aMemberThatSendsNoFrameIsCutWithAReason(String bytes) throws Exception {
        try (RawPeer peer = RawPeer.member(host.port(), "Rude")) {
            peer.send(bytes.getBytes(StandardCharsets.ISO_8859_1));
            Frame.Bye bye = (Frame.Bye) peer.receiveUntil(frame -> frame instanceof Frame.Bye);
            assertEquals("bad-data", bye.code());
            assertTrue(peer.ended());
        }
        hostEar.await(SessionEvent.Arrived.class, arrived -> arrived.entry().from().equals("Rude")
                && arrived.entry().body() instanceof Entry.Left, "Rude's leaving");
    }

    @Test
    void unknownKindsArePassedOver() throws Exception {
        try (RawPeer peer = RawPeer.member(host.port(), "Newer")) {
            peer.send(new byte[]{0, 0, 0, 4, (byte) 77, 1, 2, 3});
            peer.send(new Frame.Say(1, "from a newer version"));
            hostEar.awaitSaid("from a newer version");
        }
    }

    @Test
    void whatIsSentAByteAtATimeIsUnderstood() throws Exception {
        try (RawPeer peer = new RawPeer(host.port())) {
            for (byte each : FrameWriter.bytes(new Frame.Hello(1, "Slow", Optional.empty()))) {
                peer.send(new byte[]{each});
            }
            assertInstanceOf(Frame.Welcome.class, peer.receive());
        }
    }

    @Test
    void aConnectionCutAnywhereLeavesTheRoomWhole() throws Exception {
        byte[] stream = FrameWriter.bytes(new Frame.Hello(1, "Cut", Optional.empty()));
        for (int cut = 0; cut < stream.length; cut += 3) {
            try (RawPeer peer = new RawPeer(host.port())) {
                peer.send(Arrays.copyOf(stream, cut));
            }
        }
        try (RawPeer peer = RawPeer.member(host.port(), "Cut")) {
            peer.send(Arrays.copyOf(FrameWriter.bytes(new Frame.Say(1, "never whole")), 9));
        }
        hostEar.await(SessionEvent.Arrived.class, arrived -> arrived.entry().from().equals("Cut")
                && arrived.entry().body() instanceof Entry.Lost, "the loss of Cut");
    }

    @Test
    void aTextTooLongCutsItsSender() throws Exception {
        try (RawPeer peer = RawPeer.member(host.port(), "Long")) {
            peer.send(new Frame.Say(1, "x".repeat(70_000)));
            Frame.Bye bye = (Frame.Bye) peer.receiveUntil(frame -> frame instanceof Frame.Bye);
            assertEquals("bad-data", bye.code());
        }
    }

    @Test
    void aMemberThatAnswersNothingIsNoticedWithin4Seconds() throws Exception {
        try (RawPeer peer = RawPeer.member(host.port(), "Dead")) {
            long start = System.nanoTime();
            hostEar.await(SessionEvent.Arrived.class, arrived -> arrived.entry().from().equals("Dead")
                    && arrived.entry().body() instanceof Entry.Lost, "the loss of Dead");
            long seconds = (System.nanoTime() - start) / 1_000_000_000;
            assertTrue(seconds >= 2, "too early: " + seconds + " s"); // the upper bound is the machine's to keep
            assertTrue(peer.isConnected());
        }
    }

    @Test
    void aMemberThatStopsReadingIsCutAndTheOthersGoOn() throws Exception {
        String text = "x".repeat(60_000);
        try (RawPeer peer = RawPeer.member(host.port(), "Stuck")) {
            Thread alive = Thread.ofVirtual().start(() -> peer.keepSaying(new Frame.Ping(1)));
            int said = 0;
            while (hostEar.events().stream().noneMatch(event -> event instanceof SessionEvent.Arrived arrived
                    && arrived.entry().from().equals("Stuck") && arrived.entry().body() instanceof Entry.Lost)) {
                host.awaitRoom();
                if (host.say(text) instanceof Sending.Accepted) {
                    said++;
                }
            }
            honestEar.awaitSaidCount(said);
            alive.interrupt();
        }
    }

    @Test
    void nobodyTakesTheHostsSeat() throws Exception {
        String session;
        try (RawPeer peer = new RawPeer(host.port())) {
            peer.send(new Frame.Hello(1, "Curious", Optional.empty()));
            session = assertInstanceOf(Frame.Welcome.class, peer.receive()).session();
        }
        for (String key : List.of(session, "")) {
            try (RawPeer thief = new RawPeer(host.port())) {
                thief.send(new Frame.Hello(1, "Thief", Optional.of(new Frame.Return(session, 1, key, 0))));
                assertEquals(Refusal.NO_PLACE, assertInstanceOf(Frame.Refused.class, thief.receive()).code());
            }
        }
    }

    @Test
    void membersThatSpeakWithoutEverReadingHoldTheRoomForAWhileOnly() throws Exception {
        String text = "x".repeat(60_000);
        try (RawPeer one = RawPeer.member(host.port(), "Deaf"); RawPeer other = RawPeer.member(host.port(), "Deafer")) {
            List<Thread> speaking = List.of(Thread.ofVirtual().start(() -> one.speak(text)),
                    Thread.ofVirtual().start(() -> other.speak(text)));
            for (String name : List.of("Deaf", "Deafer")) {
                hostEar.await(SessionEvent.Arrived.class, arrived -> arrived.entry().from().equals(name)
                        && arrived.entry().body() instanceof Entry.Lost, "the loss of " + name);
            }
            for (Thread thread : speaking) {
                thread.join();
            }
        }
    }

    @Test
    void whatWasWholeBeforeABrokenFrameIsSaid() throws Exception {
        try (RawPeer peer = RawPeer.member(host.port(), "Hasty")) {
            byte[] say = FrameWriter.bytes(new Frame.Say(1, "my last words"));
            peer.send(Arrays.copyOf(say, say.length + 4));
            hostEar.awaitSaid("my last words");
        }
    }

    @Test
    void aListenerThatDoesNotListenHoldsTheRoomForAWhileOnly() throws Exception {
        CountDownLatch listening = new CountDownLatch(1);
        Ear ear = new Ear();
        HostSession busy = new HostSession(HostOptions.open("Busy", "t", 0, Text.in(Locale.ENGLISH)).onLoopback(),
                EventLog.off());
        busy.start(event -> {
            ear.accept(event);
            awaitQuietly(listening);
        });
        Ear guestEar = new Ear();
        GuestSession guest = new GuestSession(new GuestOptions(new PeerAddress("127.0.0.1", busy.port(), ""), "Bob"),
                EventLog.off());
        guest.start(guestEar);
        String text = "x".repeat(60_000);
        int count = 1000;
        for (int n = 0; n < count; n++) {
            while (!(guest.say(text) instanceof Sending.Accepted)) {
                guest.awaitRoom();
            }
        }
        guestEar.awaitSaidCount(count);
        listening.countDown();
        ear.await(SessionEvent.Missed.class, missed -> missed.fromSeq() < missed.toSeq(), "a gap that is told");
        guest.say("the end");
        ear.awaitSaid("the end");
        guest.leave();
        busy.leave();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aPersonWithNcReadsAndSaysLines() throws Exception {
        try (RawPeer nc = new RawPeer(host.port())) {
            nc.send("hello from nc\r\n\n  two\n".getBytes(StandardCharsets.UTF_8));
            hostEar.awaitSaid("hello from nc");
            hostEar.awaitSaid("  two");
            host.say("hello\nnc \u001b[31m");
            String lines = nc.readText("nc ␛[31m\n");
            assertTrue(lines.startsWith("* You are 127.0.0.1:" + nc.localPort() + " in \"t\"."), lines);
            assertTrue(lines.endsWith("Ada: hello\n  nc ␛[31m\n"), lines);
        }
        hostEar.await(SessionEvent.Arrived.class, arrived -> arrived.entry().body() instanceof Entry.Left, "its going");
    }

    @Test
    void aLineWithoutEndIsSaidWhenItsSenderCloses() throws Exception {
        try (RawPeer nc = new RawPeer(host.port())) {
            nc.send("no newline".getBytes(StandardCharsets.UTF_8));
        }
        hostEar.awaitSaid("no newline");
    }

    @Test
    void aLineThatNeverEndsCutsItsSender() throws Exception {
        try (RawPeer nc = new RawPeer(host.port())) {
            nc.send("a".repeat(100_000).getBytes(StandardCharsets.UTF_8));
            assertTrue(nc.readText("too long").contains("too long"));
        }
    }

    @Test
    void whoIsRemovedHearsNothingThatIsSaidAfterwards() throws Exception {
        try (RawPeer peer = RawPeer.slow(host.port(), "Behind")) {
            for (int i = 0; i < 40; i++) {
                assertInstanceOf(Sending.Accepted.class, host.say("x".repeat(60_000)));
            }
            honestEar.awaitSaidCount(40);
            host.controls().orElseThrow().remove(numberOf("Behind"));
            host.say("between us");
            honestEar.awaitSaid("between us");
            List<Frame> heard = new ArrayList<>();
            peer.receiveUntil(frame -> {
                heard.add(frame);
                return frame instanceof Frame.Bye;
            });
            assertEquals(40, said(heard));
            assertEquals(new Frame.Bye(Farewell.REMOVED), heard.getLast());
        }
    }

    /// It is not stuck, so nothing else would cut it soon.
    @Test
    void whoIsRemovedAndReadsAtItsLeisureIsCut() throws Exception {
        try (RawPeer peer = RawPeer.slow(host.port(), "Leisurely")) {
            int said = 0;
            while (said < 110 && host.say("x".repeat(60_000)) instanceof Sending.Accepted) { // more than the system
                                                                                             // buffers
                said++;
            }
            honestEar.awaitSaidCount(said);
            Thread alive = Thread.ofVirtual().start(() -> peer.keepSaying(new Frame.Ping(1)));
            host.controls().orElseThrow().remove(numberOf("Leisurely"));
            long all = said * 60_000L;
            long heard = peer.readSlowly(all);
            assertTrue(heard < all / 3, "it was served on and on: " + heard); // 3 s of it are a sixth
            alive.interrupt();
        }
    }

    private int numberOf(String name) {
        return host.members().stream().filter(person -> person.name().equals(name)).findFirst().orElseThrow().member();
    }

    /// How many texts.
    private static long said(List<Frame> frames) {
        return frames.stream().filter(frame -> frame instanceof Frame.Entry entry && !entry.text().isEmpty()).count();
    }

    @Test
    void manyStrangersThatHoldTheDoorDoNotKeepAnHonestOneOut() throws Exception {
        List<RawPeer> silent = new ArrayList<>();
        try {
            for (int i = 0; i < 3 * Strangers.ALL; i++) {
                silent.add(new RawPeer(host.port()));
            }
            try (RawPeer peer = RawPeer.member(host.port(), "Patient")) {
                peer.send(new Frame.Say(1, "in at last"));
                hostEar.awaitSaid("in at last");
            }
        } finally {
            for (RawPeer peer : silent) {
                peer.close();
            }
        }
    }

    /// A socket that sends what it likes.
    static final class RawPeer implements AutoCloseable {
        private final Socket socket;
        private final InputStream in;
        private final OutputStream out;
        private final FrameReader reader = new FrameReader(FrameReader.MAX_LENGTH);

        RawPeer(int port) throws IOException {
            this(port, 0);
        }

        /// @param window how many bytes may be on their way to it; 0 for the system's choice
        private RawPeer(int port, int window) throws IOException {
            socket = new Socket();
            if (window > 0) {
                socket.setReceiveBufferSize(window);
            }
            socket.connect(new InetSocketAddress("127.0.0.1", port));
            socket.setSoTimeout(60_000);
            socket.setTcpNoDelay(true);
            in = socket.getInputStream();
            out = socket.getOutputStream();
        }

        static RawPeer member(int port, String name) throws IOException, BrokenFrame {
            RawPeer peer = new RawPeer(port);
            peer.send(new Frame.Hello(1, name, Optional.empty()));
            assertInstanceOf(Frame.Welcome.class, peer.receive());
            return peer;
        }

        /// A member for whom little is on its way at a time.
        static RawPeer slow(int port, String name) throws IOException, BrokenFrame {
            RawPeer peer = new RawPeer(port, 32_768);
            peer.send(new Frame.Hello(1, name, Optional.empty()));
            assertInstanceOf(Frame.Welcome.class, peer.receive());
            return peer;
        }

        /// Reads 32 KiB ten times a second, until the end or so many bytes.
        long readSlowly(long most) {
            byte[] buffer = new byte[32_768];
            long all = 0;
            try {
                for (int count = in.read(buffer); count >= 0 && all < most; count = in.read(buffer)) {
                    all += count;
                    LockSupport.parkNanos(100_000_000);
                }
            } catch (IOException e) {
                // it was cut, as it should be
            }
            return all;
        }

        void send(Frame frame) throws IOException {
            send(FrameWriter.bytes(frame));
        }

        void send(byte[] bytes) throws IOException {
            out.write(bytes);
        }

        /// Says the text again and again until it is cut.
        void speak(String text) {
            try {
                for (long id = 1;; id++) {
                    send(new Frame.Say(id, text));
                }
            } catch (IOException e) {
                // it was cut, as it should be
            }
        }

        void keepSaying(Frame frame) {
            try {
                while (!Thread.currentThread().isInterrupted()) {
                    send(frame);
                    Thread.onSpinWait();
                    LockSupport.parkNanos(200_000_000);
                }
            } catch (IOException e) {
                // it was cut, as it should be
            }
        }

        Frame receive() throws IOException, BrokenFrame {
            while (!reader.advance()) {
                reader.prepare();
                int count = in.read(reader.data(), reader.offset(), reader.space());
                assertTrue(count > 0, "the stream ended");
                reader.received(count);
            }
            return reader.frame();
        }

        Frame receiveUntil(Predicate<Frame> wanted) throws IOException, BrokenFrame {
            Frame frame = receive();
            while (!wanted.test(frame)) {
                frame = receive();
            }
            return frame;
        }

        String readText(String end) throws IOException {
            StringBuilder text = new StringBuilder();
            byte[] buffer = new byte[4096];
            int count = 0;
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            while (count >= 0 && !text.toString().contains(end)) {
                count = in.read(buffer);
                if (count > 0) {
                    all.write(buffer, 0, count);
                    text.replace(0, text.length(), all.toString(StandardCharsets.UTF_8));
                }
            }
            return text.toString();
        }

        boolean ended() throws IOException {
            return in.read() < 0;
        }

        boolean isConnected() {
            return !socket.isClosed();
        }

        int localPort() {
            return socket.getLocalPort();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
