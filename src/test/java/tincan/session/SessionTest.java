package tincan.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tincan.room.Entry;
import tincan.room.Limits;
import tincan.text.Text;
import tincan.trace.EventLog;

@Timeout(120)
class SessionTest {
    private final List<Session> sessions = new ArrayList<>();
    private final Ear hostEar = new Ear();

    @AfterEach
    void leaveAll() {
        sessions.reversed().forEach(Session::leave);
    }

    private HostSession host() throws SessionFailure {
        HostSession host = new HostSession(
                HostOptions.open("Ada", "Ada's session", 0, Text.in(Locale.ENGLISH)).onLoopback(), EventLog.off());
        host.start(hostEar);
        sessions.add(host);
        return host;
    }

    private GuestSession join(HostSession host, String name, Ear ear) throws SessionFailure {
        GuestSession guest = new GuestSession(
                new GuestOptions(new PeerAddress("127.0.0.1", host.port(), ""), name), EventLog.off());
        guest.start(ear);
        sessions.add(guest);
        return guest;
    }

    @Test
    void bothSidesReadWhatTheOtherSays() throws Exception {
        HostSession host = host();
        Ear ear = new Ear();
        GuestSession guest = join(host, "Bob", ear);

        host.say("hello Bob");
        ear.awaitSaid("hello Bob");
        guest.say("hello Ada\nhow are you? 你好 🥫");
        hostEar.awaitSaid("hello Ada\nhow are you? 你好 🥫");
        ear.awaitSaid("hello Ada\nhow are you? 你好 🥫");

        assertEquals(List.of("Ada: hello Bob", "Bob: hello Ada\nhow are you? 你好 🥫"), ear.transcript());
        assertEquals("Ada's session", guest.title());
        assertEquals(List.of("Ada", "Bob"), guest.members().stream().map(Person::name).toList());
    }

    @Test
    void aTextIsQueuedThenSentThenDelivered() throws Exception {
        HostSession host = host();
        Ear ear = new Ear();
        GuestSession guest = join(host, "Bob", ear);

        Sending.Accepted accepted = assertInstanceOf(Sending.Accepted.class, guest.say("one"));

        ear.await(SessionEvent.Progress.class, progress -> progress.deliveredThrough() == accepted.id(), "delivery");
        host.say("two");
        hostEar.await(SessionEvent.Progress.class, progress -> progress.deliveredThrough() == 1, "the host's delivery");
    }

    @Test
    void theHostsOwnTextIsNotDeliveredWhileNobodyIsThere() throws Exception {
        HostSession host = host();
        host.say("is anybody there?");
        hostEar.awaitSaid("is anybody there?");
        hostEar.await(SessionEvent.Progress.class, progress -> progress.sentThrough() == 1, "sent");
        assertTrue(hostEar.events().stream().noneMatch(
                event -> event instanceof SessionEvent.Progress progress && progress.deliveredThrough() > 0));

        join(host, "Bob", new Ear());
        hostEar.await(SessionEvent.Progress.class, progress -> progress.deliveredThrough() == 1, "delivery");
    }

    @Test
    void anotherAdaIsCalledAda2() throws Exception {
        HostSession host = host();
        assertEquals("ada (2)", join(host, " ada ", new Ear()).self().name());
        assertEquals("Ada (3)", join(host, "Ada", new Ear()).self().name());
    }

    @Test
    void aLateJoinerSeesTheLast200Entries() throws Exception {
        HostSession host = host();
        for (int i = 1; i <= 300; i++) {
            host.say("text " + i);
        }
        Ear ear = new Ear();
        GuestSession late = join(host, "Late", ear);
        ear.await(SessionEvent.Arrived.class, SessionEvent.Arrived::mine, "its own coming");

        List<Long> numbers = ear.numbers();
        assertEquals(LongStream.rangeClosed(102, 302).boxed().toList(), numbers);
        assertEquals(200, ear.events().stream()
                .filter(event -> event instanceof SessionEvent.Arrived arrived && arrived.history()).count());
        assertEquals("Late", late.self().name());
    }

    @Test
    void membersComeAndGo() throws Exception {
        HostSession host = host();
        GuestSession guest = join(host, "Bob", new Ear());
        hostEar.await(SessionEvent.Arrived.class,
                arrived -> arrived.entry().body() instanceof Entry.Joined && arrived.entry().from().equals("Bob"),
                "Bob's coming");

        guest.leave();

        hostEar.await(SessionEvent.Arrived.class, arrived -> arrived.entry().body() instanceof Entry.Left,
                "Bob's leaving");
        hostEar.await(SessionEvent.MembersChanged.class, changed -> changed.members().size() == 1, "an empty room");
    }

    @Test
    void theHostsEndIsToldToGuests() throws Exception {
        HostSession host = host();
        Ear ear = new Ear();
        join(host, "Bob", ear);
        host.leave();
        ear.await(SessionEvent.StateChanged.class,
                changed -> changed.state() == LinkState.CLOSED && changed.reason() == EndReason.HOST_ENDED, "the end");
        assertEquals(new SessionEvent.StateChanged(LinkState.CLOSED, EndReason.LEFT), hostEar.events().getLast());
        assertTrue(hostEar.events().stream().noneMatch(event -> event instanceof SessionEvent.Arrived arrived
                && arrived.entry().body() instanceof Entry.Lost), "who was told goodbye was not lost");
    }

    @Test
    void theSecretOfAGuestIsNotInTheLog() throws Exception {
        EventLog log = new EventLog(1000, InstantSource.system());
        HostSession host = host();
        GuestSession guest = new GuestSession(
                new GuestOptions(new PeerAddress("127.0.0.1", host.port(), ""), "Bob"), log);
        sessions.add(guest);
        Ear ear = new Ear();
        guest.start(ear);
        ear.await(SessionEvent.Arrived.class, SessionEvent.Arrived::mine, "its own coming");
        String welcome = log.since(0, 1000).stream().map(event -> event.what().toString())
                .filter(what -> what.contains("WELCOME")).findFirst().orElseThrow();
        assertTrue(welcome.contains("\"key\":\"…\""), welcome);
    }

    @Test
    void aGuestThatAsksFirstWhetherItIsPrivateTroublesNobody() throws Exception {
        HostSession host = host();
        Ear ear = new Ear();
        GuestSession guest = join(host, "Bob", ear);
        guest.say("hello");
        hostEar.await(SessionEvent.Arrived.class, arrived -> arrived.entry().body() instanceof Entry.Said, "the text");
        assertTrue(hostEar.events().stream().noneMatch(SessionEvent.TurnedAway.class::isInstance),
                hostEar.events().toString());
    }

    @Test
    void typingIsToldToTheOthersOnly() throws Exception {
        HostSession host = host();
        Ear ear = new Ear();
        Ear other = new Ear();
        GuestSession guest = join(host, "Bob", ear);
        join(host, "Cy", other);

        guest.typing(true);

        hostEar.await(SessionEvent.TypingChanged.class, SessionTest::bobTypes, "typing at the host");
        other.await(SessionEvent.TypingChanged.class, SessionTest::bobTypes, "typing at the other guest");
        guest.say("done");
        other.await(all -> all.reversed().stream().filter(SessionEvent.TypingChanged.class::isInstance)
                .findFirst().filter(last -> ((SessionEvent.TypingChanged) last).typists().isEmpty()).isPresent(),
                "the end of typing");
        assertTrue(ear.events().stream().noneMatch(
                event -> event instanceof SessionEvent.TypingChanged changed && !changed.typists().isEmpty()));
    }

    private static boolean bobTypes(SessionEvent.TypingChanged changed) {
        return changed.typists().stream().map(Person::name).toList().equals(List.of("Bob"));
    }

    @Test
    void bothSidesLearnTheRoundTripTime() throws Exception {
        HostSession host = host();
        Ear ear = new Ear();
        join(host, "Bob", ear);
        ear.await(SessionEvent.RoundTrip.class, trip -> !trip.time().isNegative(), "a round trip at the guest");
        hostEar.await(SessionEvent.RoundTrip.class, trip -> trip.member() == 2, "a round trip at the host");
    }

    @Test
    void tenThousandTextsEachWayAtOnceArriveOnceAndInOrder() throws Exception {
        int count = 10_000;
        HostSession host = host();
        Ear ear = new Ear();
        GuestSession guest = join(host, "Bob", ear);

        Thread hostTyping = Thread.ofVirtual().start(() -> sayMany(host, "host", count));
        Thread guestTyping = Thread.ofVirtual().start(() -> sayMany(guest, "guest", count));
        hostTyping.join();
        guestTyping.join();
        ear.awaitSaidCount(2L * count);
        hostEar.awaitSaidCount(2L * count);

        assertEquals(hostEar.transcript(), ear.transcript());
        assertEquals(2 * count, new HashSet<>(ear.transcript()).size());
        assertInOrder(ear.transcript(), "Ada: host ", count);
        assertInOrder(ear.transcript(), "Bob: guest ", count);
    }

    private static void assertInOrder(List<String> transcript, String prefix, int count) {
        List<String> expected = LongStream.rangeClosed(1, count).mapToObj(n -> prefix + n).toList();
        assertEquals(expected, transcript.stream().filter(line -> line.startsWith(prefix)).toList());
    }

    private static void sayMany(Session session, String what, int count) {
        try {
            for (int n = 1; n <= count; n++) {
                while (!(session.say(what + " " + n) instanceof Sending.Accepted)) {
                    session.awaitRoom();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void fiftyGuestsSeeTheSameConversation() throws Exception {
        int guests = 50;
        int count = 200;
        HostSession host = host();
        List<Ear> ears = new ArrayList<>();
        List<Thread> typing = new ArrayList<>();
        for (int g = 0; g < guests; g++) {
            Ear ear = new Ear();
            GuestSession guest = join(host, "Guest " + g, ear);
            ears.add(ear);
            typing.add(Thread.ofVirtual().unstarted(() -> sayMany(guest, "text", count)));
        }
        typing.forEach(Thread::start);
        sayMany(host, "text", count);
        for (Thread thread : typing) {
            thread.join();
        }
        hostEar.awaitSaidCount((guests + 1L) * count);
        for (Ear ear : ears) {
            ear.awaitSaidCount((guests + 1L) * count);
            assertEquals(hostEar.transcript(), ear.transcript());
        }
    }

    @Test
    void aTextOver64KiBIsNotTaken() throws Exception {
        HostSession host = host();
        Ear ear = new Ear();
        GuestSession guest = join(host, "Bob", ear);
        String longest = "é".repeat(Limits.TEXT_BYTES / 2);

        assertEquals(new Sending.Rejected(Sending.Why.TOO_LONG), guest.say(longest + "x"));
        assertEquals(new Sending.Rejected(Sending.Why.TOO_LONG), host.say(longest + "x"));
        assertEquals(new Sending.Rejected(Sending.Why.EMPTY), guest.say(""));
        guest.say(longest);
        hostEar.awaitSaid(longest);
    }

    @Test
    void unpairedSurrogatesAndControlsTravelAsTheyAre() throws Exception {
        HostSession host = host();
        Ear ear = new Ear();
        GuestSession guest = join(host, "Bob", ear);
        guest.say("a\ud800b\u0000\u001b[31m\u2028");
        ear.awaitSaid("a\ufffdb\u0000\u001b[31m\u2028");
    }

    @Test
    void aTakenPortIsTold() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            HostSession host = new HostSession(
                    HostOptions.open("Ada", "t", taken.getLocalPort(), Text.in(Locale.ENGLISH)).onLoopback(),
                    EventLog.off());
            SessionFailure failure = assertThrows(SessionFailure.class, () -> host.start(hostEar));
            assertEquals(SessionFailure.Kind.PORT_IN_USE, failure.kind());
        }
    }

    @Test
    void aPortWhereNobodyListensIsTold() throws Exception {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        assertEquals(SessionFailure.Kind.CONNECTION_REFUSED, joinFailure("127.0.0.1", port));
        assertEquals(SessionFailure.Kind.UNKNOWN_HOST, joinFailure("no-such-host.invalid", port));
    }

    @Test
    void whatIsNoHostIsTold() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertEquals(SessionFailure.Kind.NOT_TINCAN, joinFailure("127.0.0.1", silent.getLocalPort()));
        }
    }

    private static SessionFailure.Kind joinFailure(String host, int port) {
        GuestSession guest = new GuestSession(new GuestOptions(new PeerAddress(host, port, ""), "Bob"),
                EventLog.off());
        return assertThrows(SessionFailure.class, () -> guest.start(new Ear())).kind();
    }
}
