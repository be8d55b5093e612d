package tincan.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tincan.secure.Code;
import tincan.secure.Identity;
import tincan.secure.SecureChannel;
import tincan.session.SessionFailure.Kind;
import tincan.text.Text;
import tincan.trace.EventLog;
import tincan.trace.Tap;
import tincan.wire.Frame;
import tincan.wire.FrameWriter;
import tincan.wire.Refusal;

/// Strangers at the door of a private session that lie, stop or only hold it; meanwhile an honest guest
/// notices nothing.
@Timeout(120)
final class PrivateDoorTest {
    private static final Code OTHER = new Code(1, "acorn", "album");

    private final Ear hostEar = new Ear();
    private final Ear honestEar = new Ear();
    private HostSession host;
    private GuestSession honest;

    @BeforeEach
    void open() throws SessionFailure {
        host = new HostSession(HostOptions.open("Ada", "t", 0, Text.in(Locale.ENGLISH)).withPrivacy(Privacy.CODE)
                .onLoopback(), EventLog.off());
        host.start(hostEar);
        honest = new GuestSession(options(host.port()).withCode(code()), EventLog.off());
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
        assertEquals(2, host.members().size());
        honest.leave();
        host.leave();
    }

    @Test
    void aPersonWithPlainLinesIsToldThatTheSessionIsPrivate() throws Exception {
        try (Socket nc = new Socket("127.0.0.1", host.port())) {
            nc.getOutputStream().write("hello\n".getBytes(StandardCharsets.UTF_8));
            String answer = new String(nc.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(answer.contains("private"), answer);
        }
        turnedAway(Refusal.PRIVATE);
    }

    @Test
    void aProgramThatSpeaksPlainFramesIsToldThatTheSessionIsPrivate() throws Exception {
        try (RudePeerTest.RawPeer peer = new RudePeerTest.RawPeer(host.port())) {
            peer.send(new Frame.Hello(1, "Eve", Optional.empty()));
            assertEquals(Refusal.PRIVATE, assertInstanceOf(Frame.Refused.class, peer.receive()).code());
        }
        turnedAway(Refusal.PRIVATE);
    }

    /// It has a certificate of its own for the guest, and passes on what is said between two TLS connections.
    @Test
    void aManInTheMiddleWhoEndsTlsOnBothSidesIsFoundOutOnBothSides() throws Exception {
        try (Middle middle = new Middle(host.port())) {
            SessionFailure failed = failure(options(middle.port()).withCode(code()));
            assertEquals(Kind.TAMPERED, failed.kind());
            turnedAway(Refusal.BAD_PROOF);
        }
    }

    @Test
    void aManInTheMiddleCannotTakeOverWhoComesBack() throws Exception {
        try (Middle middle = new Middle(host.port())) {
            PrivatePeer peer = new PrivatePeer("127.0.0.1", middle.port());
            String session = "00".repeat(16);
            peer.shakeHands().opening(new Frame.Opening(1, List.of("return"), session, 2));
            assertEquals(Refusal.NO_PLACE, assertInstanceOf(Frame.Refused.class, peer.next()).code());
            peer.close();
        }
    }

    @Test
    void whoClaimsAPlaceWithoutItsSecretDoesNotGetIt() throws Exception {
        Ear ear = new Ear();
        EventLog log = EventLog.usual();
        GuestSession bob = new GuestSession(options(host.port()).withCode(code()), log);
        bob.start(ear);
        String session = sessionOf(log);
        try (PrivatePeer peer = new PrivatePeer("127.0.0.1", host.port())) {
            peer.shakeHands().opening(new Frame.Opening(1, List.of("return"), session, bob.self().member()));
            assertInstanceOf(Frame.Choice.class, peer.next());
            peer.send(Map.of("nonce", "00".repeat(32)));
            assertInstanceOf(Frame.Proof.class, peer.next());
            peer.send(Map.of("mac", "00".repeat(32)));
            assertEquals(Refusal.WRONG_CODE, assertInstanceOf(Frame.Refused.class, peer.next()).code());
        }
        bob.say("it is still me");
        hostEar.awaitSaid("it is still me");
        bob.leave();
        honestEar.await(SessionEvent.MembersChanged.class, changed -> changed.members().size() == 2, "Bob's leave");
    }

    private static String sessionOf(EventLog log) {
        String welcome = log.since(0, 1000).stream().map(Object::toString).filter(each -> each.contains("WELCOME"))
                .findFirst().orElseThrow();
        return welcome.replaceAll("(?s).*\"session\":\"([0-9a-f]+)\".*", "$1");
    }

    @Test
    void aHelloForAPlaceThatWasNotProvenIsRefused() throws Exception {
        try (PrivatePeer peer = new PrivatePeer("127.0.0.1", host.port())) {
            assertEquals(Optional.empty(), peer.prove(code()));
            peer.send(new Frame.Hello(1, "Eve", Optional.of(new Frame.Return("00", 2, "00", 0))));
            assertEquals(Refusal.BAD_DATA, assertInstanceOf(Frame.Refused.class, peer.next()).code());
        }
        turnedAway(Refusal.BAD_DATA, "place");
    }

    /// Each stops at another step and stays silent; within the time for a handshake all of them are gone.
    @Test
    void strangersThatStopAtAnyStepAreCutInTime() throws Exception {
        List<PrivatePeer> peers = new ArrayList<>();
        peers.add(new PrivatePeer("127.0.0.11", host.port()));
        peers.add(new PrivatePeer("127.0.0.12", host.port()));
        peers.getLast().socket.getOutputStream().write(HexFormat.of().parseHex("1603010200010001fc0303"));
        peers.add(new PrivatePeer("127.0.0.13", host.port()).shakeHands());
        peers.add(new PrivatePeer("127.0.0.14", host.port()).shakeHands());
        peers.getLast().send(new byte[]{0, 0, 0, 100, 13, '{'});
        peers.add(new PrivatePeer("127.0.0.15", host.port()).shakeHands().opening("code"));
        peers.add(new PrivatePeer("127.0.0.16", host.port()));
        assertEquals(Optional.empty(), peers.getLast().prove(code()));
        List<String> late = List.of("11", "12", "13", "14", "15", "16");
        for (String each : late) {
            hostEar.await(SessionEvent.TurnedAway.class, away -> away.reason().equals(Refusal.TOO_LATE)
                    && away.address().startsWith("127.0.0." + each), "the end of " + each);
        }
        for (PrivatePeer peer : peers) {
            peer.close();
        }
    }

    @Test
    void strangersThatGoAtAnyStepDoNoHarm() throws Exception {
        for (int step = 0; step < 4; step++) {
            try (PrivatePeer peer = new PrivatePeer("127.0.0.1", host.port())) {
                if (step > 0) {
                    peer.shakeHands();
                }
                if (step > 1) {
                    peer.opening("code");
                }
                if (step > 2) {
                    peer.proof(OTHER);
                }
            }
        }
    }

    @Test
    void hundredsThatOnlyHoldTheDoorDoNotKeepAnHonestGuestOut() throws Exception {
        List<Socket> silent = new ArrayList<>();
        try {
            for (int i = 0; i < 300; i++) {
                PrivatePeer peer = new PrivatePeer("127.0.1." + (1 + i % 30), host.port());
                silent.add(peer.socket);
            }
            GuestSession late = new GuestSession(options(host.port()).withCode(code()), EventLog.off());
            late.start(Session.NOBODY);
            late.say("in at last");
            hostEar.awaitSaid("in at last");
            late.leave();
            hostEar.await(SessionEvent.TurnedAway.class, away -> away.reason().equals(Refusal.BUSY), "somebody cut");
        } finally {
            for (Socket socket : silent) {
                socket.close();
            }
        }
        honestEar.await(all -> host.members().size() == 2, "everybody else gone");
    }

    @Test
    void ofOneAddressNoMoreThanSixteenHoldTheDoor() throws Exception {
        List<PrivatePeer> silent = new ArrayList<>();
        for (int i = 0; i <= Strangers.FROM_ONE_PLACE; i++) {
            silent.add(new PrivatePeer("127.0.0.9", host.port()));
        }
        assertEquals(-1, silent.getFirst().socket.getInputStream().read());
        try (PrivatePeer other = new PrivatePeer("127.0.0.10", host.port())) {
            other.shakeHands().opening("words");
            assertEquals(Refusal.CODE_NEEDED, assertInstanceOf(Frame.Refused.class, other.next()).code());
        }
        silent.getLast().shakeHands().opening("words");
        assertInstanceOf(Frame.Refused.class, silent.getLast().next());
        for (PrivatePeer peer : silent) {
            peer.close();
        }
    }

    @Test
    void anotherVersionIsToldSo() throws Exception {
        try (PrivatePeer peer = new PrivatePeer("127.0.0.1", host.port())) {
            peer.shakeHands().opening(new Frame.Opening(2, List.of("code"), "", 0));
            assertEquals(Refusal.VERSION, assertInstanceOf(Frame.Refused.class, peer.next()).code());
        }
    }

    @Test
    void aFrameThatIsTooLargeForAStrangerIsRefused() throws Exception {
        try (PrivatePeer peer = new PrivatePeer("127.0.0.1", host.port())) {
            peer.shakeHands().send(FrameWriter.bytes(new Frame.Say(1, "a".repeat(5000))));
            assertEquals(Refusal.BAD_DATA, assertInstanceOf(Frame.Refused.class, peer.next()).code());
        }
    }

    @Test
    void anOlderTlsIsNotSpoken() throws Exception {
        try (PrivatePeer peer = new PrivatePeer("127.0.0.1", host.port())) {
            assertThrows(IOException.class, () -> OldTls.handshake(peer.socket));
        }
    }

    private Code code() {
        return host.controls().orElseThrow().code().flatMap(Code::parse).orElseThrow();
    }

    private static GuestOptions options(int port) {
        return new GuestOptions(new PeerAddress("127.0.0.1", port, ""), "Bob");
    }

    private static SessionFailure failure(GuestOptions options) {
        GuestSession guest = new GuestSession(options, EventLog.off());
        return assertThrows(SessionFailure.class, () -> guest.start(Session.NOBODY));
    }

    private void turnedAway(String... parts) throws InterruptedException {
        hostEar.await(SessionEvent.TurnedAway.class,
                away -> List.of(parts).stream().anyMatch(part -> away.reason().contains(part)), "turned away");
    }

    /// Stands between guest and host with TLS of its own to each.
    private static final class Middle implements AutoCloseable {
        private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        private final Identity identity = Identity.fresh();
        private final int target;

        Middle(int target) throws IOException {
            this.target = target;
            Thread.ofVirtual().start(this::accept);
        }

        int port() {
            return listener.getLocalPort();
        }

        private void accept() {
            while (!listener.isClosed()) {
                try {
                    Socket near = listener.accept();
                    Thread.ofVirtual().start(() -> relay(near));
                } catch (IOException e) {
                    // closed
                }
            }
        }

        private void relay(Socket near) {
            try (near; Socket far = new Socket(InetAddress.getLoopbackAddress(), target)) {
                SecureChannel toGuest = SecureChannel.asHost(near, Tap.off(), new byte[0], identity);
                SecureChannel toHost = SecureChannel.asGuest(far, Tap.off());
                Thread back = Thread.ofVirtual().start(() -> copy(toHost, toGuest, near));
                copy(toGuest, toHost, far);
                back.join();
            } catch (IOException | InterruptedException e) {
                // one of them has had enough
            }
        }

        private static void copy(SecureChannel from, SecureChannel to, Socket end) {
            try (end) {
                InputStream in = from.in();
                OutputStream out = to.out();
                in.transferTo(out);
                to.endOutput();
            } catch (IOException e) {
                // one of them has had enough
            }
        }

        @Override
        public void close() throws IOException {
            listener.close();
        }
    }
}
