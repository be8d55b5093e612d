package tincan.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tincan.secure.Code;
import tincan.text.Text;
import tincan.trace.Ends;
import tincan.trace.EventLog;
import tincan.trace.Tap;
import tincan.trace.TraceEvent;
import tincan.trace.ladder.Ladder;
import tincan.trace.ladder.Rung;
import tincan.trace.ladder.View;
import tincan.wire.BrokenFrame;
import tincan.wire.Farewell;
import tincan.wire.Frame;
import tincan.wire.FrameReader;
import tincan.wire.Refusal;

/// A guest shows its end of the connection to its host, over real sockets.
@Timeout(120)
final class FarEndTest {
    private static final Duration AHEAD = Duration.ofSeconds(5);

    private final Ear hostEar = new Ear();
    private final Ear guestEar = new Ear();
    private final EventLog hostLog = EventLog.usual();
    private final EventLog guestLog = new EventLog(EventLog.DEFAULT_CAPACITY,
            InstantSource.offset(InstantSource.system(), AHEAD));
    private final List<AutoCloseable> open = new ArrayList<>();
    private HostSession host;
    private FarEnds ends;

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
    }

    private void host(Privacy privacy) throws SessionFailure {
        host = new HostSession(HostOptions.open("Ada", "Ada's session", 0, Text.in(Locale.ENGLISH))
                .withPrivacy(privacy).onLoopback(), hostLog);
        host.start(hostEar);
        open.add(host);
        ends = host.farEnds().orElseThrow();
    }

    private GuestSession join(int port) throws SessionFailure {
        GuestOptions options = new GuestOptions(new PeerAddress("127.0.0.1", port, ""), "Bob");
        GuestSession guest = new GuestSession(host.controls().flatMap(HostControls::code).flatMap(Code::parse)
                .map(options::withCode).orElse(options), guestLog);
        guest.start(guestEar);
        open.add(guest);
        return guest;
    }

    /// The connection that a member is in by.
    private String connection(int member) throws InterruptedException {
        hostEar.await(SessionEvent.MembersChanged.class, changed -> changed.members().stream()
                .anyMatch(person -> person.member() == member && person.address().isPresent()), "the member");
        String address = host.members().stream().filter(person -> person.member() == member).findFirst()
                .flatMap(Person::address).orElseThrow();
        return hostLog.connections().entrySet().stream()
                .filter(entry -> entry.getValue().remoteShown().equals(address)).map(Map.Entry::getKey).findFirst()
                .orElseThrow();
    }

    private void awaitState(String connection, FarState state) throws InterruptedException {
        hostEar.await(_ -> ends.state(connection) == state, state + " of " + connection);
    }

    /// Waits until it is so, looking whenever the log grows.
    private static void awaitIn(EventLog log, BooleanSupplier wanted, String what) {
        Doorbell bell = new Doorbell();
        Runnable subscription = log.onAppend(bell::ring);
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!wanted.getAsBoolean()) {
            assertTrue(System.nanoTime() < deadline, "waited in vain for " + what);
            bell.await(TimeUnit.SECONDS.toNanos(1));
        }
        subscription.run();
    }

    private Ladder ladder(String connection) {
        FarEnd far = ends.all().getLast();
        Ends between = hostLog.ends(connection).orElseThrow();
        View near = new View(hostLog.since(0, Integer.MAX_VALUE), connection, between.side(), Duration.ZERO);
        return far.log().connections().entrySet().stream().filter(entry -> entry.getValue().faces(between)).findFirst()
                .map(entry -> Ladder.of(near, new View(far.log().since(0, Integer.MAX_VALUE), entry.getKey(),
                        entry.getValue().side(), far.ahead())))
                .orElseGet(() -> Ladder.of(near));
    }

    private static boolean seenAtBothEnds(Ladder ladder, String kind) {
        return ladder.rungs().stream().anyMatch(rung -> rung instanceof Rung.Transfer transfer
                && transfer.write().isPresent() && transfer.read().isPresent()
                && transfer.frames().toString().contains("kind=" + kind + ","));
    }

    @ParameterizedTest
    @EnumSource(names = {"OPEN", "CODE"})
    void theHostSeesBothEndsOfWhatWentBetweenThem(Privacy privacy) throws Exception {
        host(privacy);
        GuestSession guest = join(host.port());
        String connection = connection(2);
        Map<String, Ends> connections = hostLog.connections();
        assertEquals(FarState.UNASKED, ends.state(connection));
        ends.ask(connection);
        guestEar.await(SessionEvent.EndAsked.class, _ -> true, "the question");
        assertEquals(List.of(), ends.all());
        guest.showEnd(true);
        guestEar.await(SessionEvent.EndShown.class, SessionEvent.EndShown::now, "that it is shown");
        awaitState(connection, FarState.SHOWN);
        guest.say("hello Ada");
        host.say("hello Bob");
        hostEar.awaitSaid("hello Ada");
        FarEnd far = ends.all().getLast();
        awaitIn(far.log(), () -> seenAtBothEnds(ladder(connection), "SAY")
                && seenAtBothEnds(ladder(connection), "ENTRY"), "both ends of what was said");
        assertEquals("Bob", far.name());
        assertEquals(connections, hostLog.connections());
    }

    @Test
    void aClockThatIsAheadIsKnownToTheRoundTrip() throws Exception {
        host(Privacy.OPEN);
        GuestSession guest = join(host.port());
        String connection = connection(2);
        guest.showEnd(true); // before it is asked
        ends.ask(connection);
        hostEar.await(_ -> ends.all().stream().anyMatch(far -> !far.error().isZero()), "the clock");
        FarEnd far = ends.all().getLast();
        Duration off = far.ahead().minus(AHEAD).abs();
        assertTrue(off.compareTo(far.error().multipliedBy(2)) <= 0, off + " with " + far.error());
    }

    @Test
    void aGuestThatSaysNoShowsNothingAndIsAskedOnce() throws Exception {
        host(Privacy.OPEN);
        GuestSession guest = join(host.port());
        String connection = connection(2);
        Map<String, Ends> connections = hostLog.connections();
        ends.ask(connection);
        guestEar.await(SessionEvent.EndAsked.class, _ -> true, "the question");
        guest.showEnd(false);
        awaitState(connection, FarState.DECLINED);
        guest.showEnd(true); // no is no
        ends.ask(connection);
        guest.say("still here");
        hostEar.awaitSaid("still here");
        assertEquals(List.of(), ends.all());
        assertEquals(connections, hostLog.connections());
        assertEquals(1, guestEar.events().stream().filter(SessionEvent.EndAsked.class::isInstance).count());
    }

    @Test
    void aGuestOnWhichTooMuchHappensLeavesEventsOutAndSpeaksAsBefore() throws Exception {
        host(Privacy.OPEN);
        GuestSession guest = join(host.port());
        String connection = connection(2);
        ends.ask(connection);
        guest.showEnd(true);
        hostEar.await(_ -> ends.all().stream().anyMatch(far -> far.log().newest() > 0), "the first events");
        EventLog far = ends.all().getLast().log();
        long before = far.newest();
        AtomicLong told = new AtomicLong();
        Runnable subscription = far.onAppend(told::incrementAndGet);
        synchronized (guestLog) { // nobody reads it until all of this has happened
            for (int i = 0; i < 90_000; i++) {
                guestLog.append("busy", new TraceEvent.Note("much happens"));
            }
        }
        guest.say("hello");
        hostEar.awaitSaid("hello");
        awaitIn(far, () -> seenAtBothEnds(ladder(connection), "SAY"), "what came after");
        subscription.run();
        assertTrue(told.get() < far.newest() - before, "nothing was left out");
    }

    @Test
    void whatWasAllowedCanBeEnded() throws Exception {
        host(Privacy.OPEN);
        GuestSession guest = join(host.port());
        String connection = connection(2);
        ends.ask(connection);
        guest.showEnd(true);
        awaitState(connection, FarState.SHOWN);
        guest.showEnd(false);
        awaitState(connection, FarState.DECLINED);
        guest.say("still here");
        hostEar.awaitSaid("still here");
    }

    @Test
    void aGuestThatComesBackShowsItsEndAgainWithoutBeingAskedAgain() throws Exception {
        host(Privacy.CODE);
        try (CuttingProxy network = new CuttingProxy(host.port())) {
            GuestSession guest = join(network.port());
            String connection = connection(2);
            ends.ask(connection);
            guest.showEnd(true);
            awaitState(connection, FarState.SHOWN);
            network.cut();
            hostEar.await(_ -> hostLog.connections().keySet().stream()
                    .anyMatch(name -> !name.equals(connection) && ends.state(name) == FarState.SHOWN), "it again");
            assertEquals(1, guestEar.events().stream().filter(SessionEvent.EndAsked.class::isInstance).count());
        }
    }

    /// A program that speaks frames and does as the test says.
    private static final class Peer implements AutoCloseable {
        private final Socket socket;
        private final Line line;

        Peer(int port) throws IOException {
            socket = new Socket("127.0.0.1", port);
            line = new Line(Transport.plain(socket), Tap.off(), FrameReader.MAX_LENGTH);
        }

        Frame next() throws IOException, BrokenFrame {
            return line.firstFrame(System.nanoTime() + TimeUnit.SECONDS.toNanos(30))
                    .orElseThrow(() -> new IOException("the stream ended"));
        }

        /// Stays in the room until it is closed.
        void answerProbes() {
            Thread.ofVirtual().start(() -> {
                try {
                    while (true) {
                        if (next() instanceof Frame.Ping ping) {
                            line.send(new Frame.Pong(ping.stamp()));
                        }
                    }
                } catch (IOException | BrokenFrame e) {
                    // closed
                }
            });
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    private final class Member {
        private final Peer peer;
        private final Frame.Welcome welcome;
        private final String connection;

        Member() throws Exception {
            peer = peer();
            peer.line.send(new Frame.Hello(1, "Mallory", Optional.empty()));
            welcome = assertInstanceOf(Frame.Welcome.class, peer.next());
            peer.answerProbes();
            connection = connection(welcome.member());
        }

        /// Comes by another connection to show its end.
        Peer show(String key) throws IOException {
            Peer channel = peer();
            channel.line.send(new Frame.Hello(1, "Mallory",
                    Optional.of(new Frame.Return(welcome.session(), welcome.member(), key, 0)), Frame.Purpose.EVENTS));
            return channel;
        }
    }

    private Peer peer() throws IOException {
        Peer peer = new Peer(host.port());
        open.add(peer);
        return peer;
    }

    private static void assertRefused(Peer channel) throws Exception {
        assertEquals(Refusal.NO_PLACE, assertInstanceOf(Frame.Refused.class, channel.next()).code());
    }

    private void assertTheChatGoesOn(Member member) throws Exception {
        member.peer.line.send(new Frame.Say(1, "I am still in"));
        hostEar.awaitSaid("I am still in");
    }

    @Test
    void onlyWhoWasAskedAndHasTheKeyIsTaken() throws Exception {
        host(Privacy.OPEN);
        Member member = new Member();
        assertRefused(member.show(member.welcome.key()));
        ends.ask(member.connection);
        assertRefused(member.show("0".repeat(64)));
        assertEquals(FarState.ASKED, ends.state(member.connection));
        assertInstanceOf(Frame.Welcome.class, member.show(member.welcome.key()).next());
        assertTheChatGoesOn(member);
    }

    @Test
    void aHarmfulLineCutsTheChannelAndNothingElse() throws Exception {
        host(Privacy.OPEN);
        Member member = new Member();
        ends.ask(member.connection);
        Peer channel = member.show(member.welcome.key());
        assertInstanceOf(Frame.Welcome.class, channel.next());
        channel.line.send(new Frame.Trace("{\"line\":\"event\",\"what\":\"note\",\"number\":-1}"));
        assertEquals(new Frame.Bye(Farewell.BAD_DATA), channel.next());
        awaitState(member.connection, FarState.CUT);
        assertTheChatGoesOn(member);
        assertTrue(hostLog.since(0, 10_000).toString().contains("was cut: DAMAGED"));
    }

    @Test
    void aFloodIsTakenSlowlyAndTheChatGoesOn() throws Exception {
        host(Privacy.OPEN);
        GuestSession guest = join(host.port());
        Member member = new Member();
        ends.ask(member.connection);
        Peer channel = member.show(member.welcome.key());
        assertInstanceOf(Frame.Welcome.class, channel.next());
        Thread.ofVirtual().start(() -> {
            try {
                for (long number = 1;; number++) {
                    channel.line.send(new Frame.Trace("{\"line\":\"event\",\"number\":" + number + ",\"at\":\""
                            + Instant.now() + "\",\"connection\":\"x\",\"what\":\"note\",\"text\":\"flood\"}"));
                }
            } catch (IOException e) {
                // closed
            }
        });
        EventLog far = ends.all().getLast().log();
        awaitIn(far, () -> far.newest() > 5_000, "the flood");
        for (int i = 0; i < 200; i++) {
            guest.say("text " + i);
        }
        hostEar.awaitSaidCount(200);
        assertTrue(far.since(0, Integer.MAX_VALUE).size() <= 20_000);
        assertTheChatGoesOn(member);
    }

    @Test
    void theChannelEndsWithTheMember() throws Exception {
        host(Privacy.OPEN);
        Member member = new Member();
        ends.ask(member.connection);
        Peer channel = member.show(member.welcome.key());
        assertInstanceOf(Frame.Welcome.class, channel.next());
        awaitState(member.connection, FarState.SHOWN);
        member.peer.line.send(new Frame.Bye(Farewell.LEFT));
        assertFalse(channel.line.read());
        awaitState(member.connection, FarState.NOBODY);
        assertEquals(1, ends.all().size());
    }
}
