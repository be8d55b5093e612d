package tincan.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tincan.secure.Code;
import tincan.session.GuestOptions.Access;
import tincan.session.SessionFailure.Kind;
import tincan.text.Text;
import tincan.trace.EventLog;
import tincan.wire.Frame;
import tincan.wire.Refusal;

/// Private sessions as host and guest see them, over real TLS on loopback.
@Timeout(120)
final class PrivateSessionTest {
    private static final Code OTHER = new Code(1, "acorn", "album");

    private final Ear hostEar = new Ear();
    private final Ear guestEar = new Ear();
    private final List<Session> open = new ArrayList<>();
    private HostSession host;

    @AfterEach
    void leaveAll() {
        open.reversed().forEach(Session::leave);
    }

    @Test
    void whoKnowsTheCodeComesInAndBothSeeThatItIsPrivate() throws Exception {
        host(Privacy.CODE);
        GuestSession guest = join(options(host.port()).withCode(code()));
        host.say("hello");
        guestEar.awaitSaid("hello");
        guest.say("你好");
        hostEar.awaitSaid("你好");
        Security atGuest = guest.security(1).orElseThrow();
        Security atHost = host.security(guest.self().member()).orElseThrow();
        assertEquals(atHost, atGuest);
        assertEquals(Security.Level.PROVEN, atGuest.level());
        assertEquals("TLSv1.3", atGuest.protocol());
        assertTrue(atGuest.cipherSuite().startsWith("TLS_AES_"), atGuest.cipherSuite());
        assertEquals(3, atGuest.words().size());
    }

    @Test
    void aWrongCodeIsRefusedAndTold() throws Exception {
        host(Privacy.CODE);
        assertEquals(Kind.WRONG_CODE, refused(options(host.port()).withCode(OTHER)).kind());
        hostEar.await(SessionEvent.TurnedAway.class, away -> away.reason().equals("wrong-code"), "turned away");
        assertEquals(1, host.members().size());
    }

    @Test
    void afterAWrongCodeTheNextTryHasToWait() throws Exception {
        host(Privacy.CODE);
        refused(options(host.port()).withCode(OTHER));
        SessionFailure next = refused(options(host.port()).withCode(code()));
        assertEquals(Kind.WAIT, next.kind());
        assertTrue(Integer.parseInt(next.detail()) >= 1, next.detail());
    }

    @Test
    void withoutACodeAGuestIsAskedForIt() throws Exception {
        host(Privacy.CODE);
        assertEquals(Kind.CODE_NEEDED, refused(options(host.port())).kind());
        assertEquals(Kind.CODE_NEEDED, refused(options(host.port()).withAccess(Access.PRIVATE)).kind());
        assertEquals(Kind.CODE_NEEDED, refused(options(host.port()).withAccess(Access.OPEN)).kind());
    }

    @Test
    void anAddressAloneFindsAnOpenLesson() throws Exception {
        host(Privacy.OPEN);
        GuestSession guest = join(options(host.port()));
        assertEquals(Security.OPEN, guest.security(1).orElseThrow());
        host.say("open");
        guestEar.awaitSaid("open");
    }

    @Test
    void aGuestWithACodeSaysNothingToAnOpenLesson() throws Exception {
        host(Privacy.OPEN);
        assertEquals(Kind.NOT_PRIVATE, refused(options(host.port()).withCode(OTHER)).kind());
        assertEquals(1, host.members().size());
    }

    @Test
    void withoutACodePeopleCompareWordsAndTheHostLetsTheGuestIn() throws Exception {
        host(Privacy.WORDS);
        GuestSession guest = new GuestSession(options(host.port()), EventLog.off());
        open.add(guest);
        CompletableFuture<Void> joining = CompletableFuture.runAsync(() -> start(guest));
        SessionEvent.Waiting waiting = guestEar.await(SessionEvent.Waiting.class, _ -> true, "the words at the guest");
        SessionEvent.Knocked knock = hostEar.await(SessionEvent.Knocked.class, _ -> true, "a knock");
        assertEquals(waiting.words(), knock.words());
        assertEquals("Bob", knock.name());
        assertFalse(joining.isDone());
        assertEquals(1, host.members().size());
        host.controls().orElseThrow().admit(knock.number());
        joining.join();
        hostEar.await(SessionEvent.KnockOver.class, over -> over.number() == knock.number(), "the end of the knock");
        assertEquals(Security.Level.NOT_COMPARED, guest.security(1).orElseThrow().level());
        assertEquals(Security.Level.COMPARED, host.security(guest.self().member()).orElseThrow().level());
        guest.compared(1);
        assertEquals(Security.Level.COMPARED, guest.security(1).orElseThrow().level());
        guest.say("in");
        hostEar.awaitSaid("in");
    }

    @Test
    void aHostThatSaysNoIsHeard() throws Exception {
        host(Privacy.WORDS);
        GuestSession guest = new GuestSession(options(host.port()), EventLog.off());
        CompletableFuture<SessionFailure> failed = CompletableFuture
                .supplyAsync(() -> assertThrows(SessionFailure.class, () -> guest.start(guestEar)));
        SessionEvent.Knocked knock = hostEar.await(SessionEvent.Knocked.class, _ -> true, "a knock");
        host.controls().orElseThrow().turnAway(knock.number());
        assertEquals(Kind.NOT_ADMITTED, failed.join().kind());
    }

    @Test
    void aGuestThatWaitsMayGiveUp() throws Exception {
        host(Privacy.WORDS);
        GuestSession guest = new GuestSession(options(host.port()), EventLog.off());
        CompletableFuture<SessionFailure> failed = CompletableFuture
                .supplyAsync(() -> assertThrows(SessionFailure.class, () -> guest.start(guestEar)));
        SessionEvent.Knocked knock = hostEar.await(SessionEvent.Knocked.class, _ -> true, "a knock");
        guest.leave();
        failed.join();
        hostEar.await(SessionEvent.KnockOver.class, over -> over.number() == knock.number(), "the end of the knock");
        assertEquals(1, host.members().size());
    }

    @Test
    void aSessionWithoutACodeTakesNone() throws Exception {
        host(Privacy.WORDS);
        assertEquals(Kind.NO_CODE, refused(options(host.port()).withCode(OTHER)).kind());
    }

    @Test
    void whoWasInComesBackWithoutTheCodeAlsoAfterItChanged() throws Exception {
        host(Privacy.CODE);
        try (CuttingProxy proxy = new CuttingProxy(host.port())) {
            GuestSession guest = join(options(proxy.port()).withCode(code()));
            host.controls().orElseThrow().changeCode();
            proxy.cut();
            guestEar.await(SessionEvent.StateChanged.class, changed -> changed.state() == LinkState.RECONNECTING,
                    "the loss");
            guest.say("back without a code");
            hostEar.awaitSaid("back without a code");
            assertEquals(Security.Level.PROVEN, guest.security(1).orElseThrow().level());
            assertEquals(host.security(guest.self().member()), guest.security(1));
            assertEquals(2, host.members().size());
        }
    }

    @Test
    void afterTenWrongCodesThereIsAnother() throws Exception {
        host(Privacy.CODE);
        Code first = code();
        for (int i = 0; i < 10; i++) {
            try (PrivatePeer peer = new PrivatePeer("127.0.0." + (i + 2), host.port())) { // so that none has to wait
                assertEquals(Refusal.WRONG_CODE, peer.prove(OTHER).orElseThrow().code());
            }
        }
        hostEar.await(SessionEvent.CodeChanged.class, SessionEvent.CodeChanged::forced, "another code");
        assertFalse(first.equals(code()));
    }

    @Test
    void whileWrongCodesKeepChangingTheCodeNobodyNewIsLookedAtButMembersComeBack() throws Exception {
        host(Privacy.CODE);
        try (CuttingProxy proxy = new CuttingProxy(host.port())) {
            GuestSession guest = join(options(proxy.port()).withCode(code()));
            try (PrivatePeer fresh = new PrivatePeer("127.0.0.99", host.port())) {
                fresh.shakeHands();
                for (int i = 0; i < 10; i++) {
                    try (PrivatePeer peer = new PrivatePeer("127.0.0." + (i + 2), host.port())) {
                        peer.prove(OTHER);
                    }
                }
                Frame.Refused refused = fresh.opening("code").choice().orElseThrow();
                assertEquals(Refusal.WAIT, refused.code());
                assertTrue(refused.seconds() >= 1, refused.toString());
            }
            proxy.cut();
            guest.say("I was in");
            hostEar.awaitSaid("I was in");
        }
    }

    @Test
    void ofTriesThatBeganAtOnceFromOneAddressOnlyOneIsLookedAt() throws Exception {
        host(Privacy.CODE);
        List<PrivatePeer> peers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            peers.add(new PrivatePeer("127.0.0.9", host.port()).shakeHands().opening("code"));
            assertTrue(peers.getLast().choice().isEmpty());
        }
        List<CompletableFuture<String>> answers = peers.stream()
                .map(peer -> CompletableFuture.supplyAsync(() -> answer(peer))).toList();
        assertEquals(List.of(Refusal.WAIT, Refusal.WAIT, Refusal.WRONG_CODE),
                answers.stream().map(CompletableFuture::join).sorted().toList());
        for (PrivatePeer peer : peers) {
            peer.close();
        }
    }

    private static String answer(PrivatePeer peer) {
        try {
            return peer.proofOfChosen(OTHER).orElseThrow().code();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aMemberThatIsRemovedIsToldAndCannotComeBack() throws Exception {
        host(Privacy.CODE);
        GuestSession guest = join(options(host.port()).withCode(code()));
        host.controls().orElseThrow().remove(guest.self().member());
        guestEar.await(SessionEvent.StateChanged.class,
                changed -> changed.state() == LinkState.CLOSED && changed.reason() == EndReason.REMOVED, "the end");
        assertEquals(1, host.members().size());
        assertTrue(host.controls().orElseThrow().barred().isEmpty());
    }

    @Test
    void whoIsBarredDoesNotComeInAgainUntilItMay() throws Exception {
        host(Privacy.CODE);
        HostControls controls = host.controls().orElseThrow();
        GuestSession guest = join(options(host.port()).withCode(code()));
        controls.bar(guest.self().member());
        guestEar.await(SessionEvent.StateChanged.class, changed -> changed.reason() == EndReason.REMOVED, "the end");
        assertEquals(List.of("127.0.0.1"), controls.barred());
        assertEquals(Kind.BARRED, refused(options(host.port()).withCode(code())).kind());
        controls.unbar("127.0.0.1");
        hostEar.await(SessionEvent.DoorChanged.class, changed -> changed.barred().isEmpty(), "nobody barred");
        join(options(host.port()).withCode(code()));
    }

    /// As a window that does so on the thread that should show it.
    @Test
    void whatAPersonDoesAtTheDoorNeverWaitsForWhoeverShowsIt() throws Exception {
        CountDownLatch showing = new CountDownLatch(1);
        host = new HostSession(HostOptions.open("Ada", "t", 0, Text.in(Locale.ENGLISH)).withPrivacy(Privacy.CODE)
                .onLoopback(), EventLog.off());
        open.add(host);
        host.start(event -> {
            awaitQuietly(showing);
            hostEar.accept(event);
        });
        HostControls controls = host.controls().orElseThrow();
        Thread clicking = Thread.ofPlatform().daemon().start(() -> {
            for (int i = 0; i < 20_000; i++) {
                controls.lock(i % 2 == 0);
                controls.changeCode();
                controls.unbar("127.0.0.99");
            }
            controls.lock(true);
        });
        assertTrue(clicking.join(Duration.ofSeconds(30)), "it waits for the listener");
        showing.countDown();
        hostEar.await(SessionEvent.DoorChanged.class, SessionEvent.DoorChanged::locked, "the lock");
        hostEar.await(SessionEvent.CodeChanged.class, changed -> changed.code().equals(code().spoken()), "the code");
    }

    @Test
    void aCodeThatChangedByItselfStaysToldWhenAPersonChangesItBeforeAnybodySaw() throws Exception {
        CountDownLatch showing = new CountDownLatch(1);
        host = new HostSession(HostOptions.open("Ada", "t", 0, Text.in(Locale.ENGLISH)).withPrivacy(Privacy.CODE)
                .onLoopback(), EventLog.off());
        open.add(host);
        host.start(event -> {
            awaitQuietly(showing);
            hostEar.accept(event);
        });
        for (int i = 0; i < 10; i++) {
            try (PrivatePeer peer = new PrivatePeer("127.0.0." + (i + 2), host.port())) {
                peer.prove(OTHER);
            }
        }
        host.controls().orElseThrow().changeCode();
        showing.countDown();
        hostEar.await(SessionEvent.CodeChanged.class,
                changed -> changed.forced() && changed.code().equals(code().spoken()), "a change that was forced");
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void ofAnAddressThatIsBarredNobodyStays() throws Exception {
        host(Privacy.CODE);
        List<GuestSession> guests = new ArrayList<>();
        List<Ear> ears = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            GuestSession guest = new GuestSession(options(host.port()).withCode(code()), EventLog.off());
            guests.add(guest);
            open.add(guest);
            ears.add(new Ear());
            guest.start(ears.getLast());
        }
        host.controls().orElseThrow().bar(guests.get(1).self().member());
        for (Ear ear : ears) {
            ear.await(SessionEvent.StateChanged.class, changed -> changed.reason() == EndReason.REMOVED, "the end");
        }
        assertEquals(List.of(host.self()), host.members());
        hostEar.await(SessionEvent.MembersChanged.class, changed -> changed.members().size() == 1, "nobody else");
    }

    @Test
    void aLockedDoorLetsOnlyThoseBackWhoWereIn() throws Exception {
        host(Privacy.CODE);
        try (CuttingProxy proxy = new CuttingProxy(host.port())) {
            GuestSession guest = join(options(proxy.port()).withCode(code()));
            host.controls().orElseThrow().lock(true);
            assertEquals(Kind.LOCKED, refused(options(host.port()).withCode(code())).kind());
            proxy.cut();
            guest.say("I was in");
            hostEar.awaitSaid("I was in");
            host.controls().orElseThrow().lock(false);
            join(options(host.port()).withCode(code()));
        }
    }

    @Test
    void aLockThatComesWhileSomebodyProvesTheCodeKeepsItOut() throws Exception {
        host(Privacy.CODE);
        try (PrivatePeer peer = new PrivatePeer("127.0.0.1", host.port())) {
            assertEquals(Optional.empty(), peer.prove(code()));
            host.controls().orElseThrow().lock(true);
            assertEquals(Refusal.LOCKED, hello(peer));
        }
        assertEquals(1, host.members().size());
    }

    @Test
    void aBarThatComesWhileSomebodyProvesTheCodeKeepsItOut() throws Exception {
        host(Privacy.CODE);
        GuestSession guest = join(options(host.port()).withCode(code()));
        try (PrivatePeer peer = new PrivatePeer("127.0.0.1", host.port())) {
            assertEquals(Optional.empty(), peer.prove(code()));
            host.controls().orElseThrow().bar(guest.self().member());
            assertEquals(Refusal.BARRED, hello(peer));
        }
        assertEquals(1, host.members().size());
    }

    private static String hello(PrivatePeer peer) throws Exception {
        peer.send(new Frame.Hello(Frame.VERSION, "Eve", Optional.empty()));
        return assertInstanceOf(Frame.Refused.class, peer.next()).code();
    }

    @Test
    void anOpenLessonCanBeLockedToo() throws Exception {
        host(Privacy.OPEN);
        host.controls().orElseThrow().lock(true);
        assertEquals(Kind.LOCKED, refused(options(host.port())).kind());
    }

    private void host(Privacy privacy) throws SessionFailure {
        host = new HostSession(
                HostOptions.open("Ada", "t", 0, Text.in(Locale.ENGLISH)).withPrivacy(privacy).onLoopback(),
                EventLog.off());
        open.add(host);
        host.start(hostEar);
    }

    private Code code() {
        return host.controls().orElseThrow().code().flatMap(Code::parse).orElseThrow();
    }

    private static GuestOptions options(int port) {
        return new GuestOptions(new PeerAddress("127.0.0.1", port, ""), "Bob");
    }

    private GuestSession join(GuestOptions options) throws SessionFailure {
        GuestSession guest = new GuestSession(options, EventLog.off());
        open.add(guest);
        guest.start(guestEar);
        return guest;
    }

    private void start(GuestSession guest) {
        try {
            guest.start(guestEar);
        } catch (SessionFailure e) {
            throw new AssertionError(e);
        }
    }

    private SessionFailure refused(GuestOptions options) {
        GuestSession guest = new GuestSession(options, EventLog.off());
        return assertThrows(SessionFailure.class, () -> guest.start(Session.NOBODY));
    }
}
