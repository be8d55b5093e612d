package tincan.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tincan.secure.Code;
import tincan.secure.Identity;
import tincan.secure.SecureChannel;
import tincan.session.SessionFailure.Kind;
import tincan.text.Text;
import tincan.trace.EventLog;
import tincan.trace.Tap;
import tincan.wire.BrokenFrame;
import tincan.wire.Frame;
import tincan.wire.FrameReader;
import tincan.wire.FrameWriter;

/// What answers is not the host that the guest means, and lies, stops or stalls. The guest says nothing to it.
@Timeout(60)
final class EvilHostTest {
    private static final Code CODE = new Code(7, "acorn", "album");
    private static final Frame.Welcome WELCOME = welcome(0);

    private final Ear guestEar = new Ear();

    @Test
    void aWelcomeWithoutAProofIsNotBelieved() throws Exception {
        try (EvilHost evil = new EvilHost((peer, _) -> {
            peer.next();
            peer.send(WELCOME);
            peer.readOn();
        })) {
            assertEquals(Kind.TAMPERED, failure(evil.options().withCode(CODE)).kind());
            assertEquals(Kind.TAMPERED, failure(evil.options().withAccess(GuestOptions.Access.PRIVATE)).kind());
            assertEquals(List.of(), evil.said);
        }
    }

    @Test
    void whoComesBackIsNotLedToAnotherHost() throws Exception {
        HostSession host = new HostSession(HostOptions.open("Ada", "t", 0, Text.in(Locale.ENGLISH))
                .withPrivacy(Privacy.CODE).onLoopback(), EventLog.off());
        Ear hostEar = new Ear();
        host.start(hostEar);
        try (EvilHost evil = new EvilHost((peer, _) -> {
            peer.next();
            peer.send(WELCOME);
            peer.readOn();
        }); CuttingProxy network = new CuttingProxy(host.port()); host) {
            GuestOptions options = new GuestOptions(new PeerAddress("127.0.0.1", network.port(), ""), "Bob");
            GuestSession guest = new GuestSession(options.withCode(Code.parse(host.controls().orElseThrow().code()
                    .orElseThrow()).orElseThrow()), EventLog.off());
            guest.start(guestEar);
            network.lead(evil.port());
            guestEar.await(SessionEvent.StateChanged.class, changed -> changed.state() == LinkState.RECONNECTING,
                    "the cut");
            guest.say("for Ada alone");
            evil.awaitConnections(2);
            assertEquals(1, guestEar.events().stream()
                    .filter(event -> event.equals(new SessionEvent.StateChanged(LinkState.CONNECTED, EndReason.NONE)))
                    .count());
            network.lead(host.port());
            guest.tryNow();
            hostEar.awaitSaid("for Ada alone");
            assertEquals(List.of(), evil.said);
            guest.leave();
        }
    }

    @Test
    void aHostThatHangsUpOnAProofGetsNoSecondGuess() throws Exception {
        try (EvilHost evil = new EvilHost((peer, _) -> {
            peer.next();
            peer.send(new Frame.Choice(Frame.VERSION, "code"));
            peer.next();
        })) {
            assertEquals(Kind.CUT_OFF, failure(evil.options().withCode(CODE)).kind());
            assertEquals(1, evil.accepted.get());
        }
    }

    @Test
    void whatAnUnknownHostSaysMovesNobodysCursor() throws Exception {
        try (EvilHost evil = new EvilHost((peer, _) -> {
            peer.next();
            peer.send(new Frame.Refused("odd", "\u001b]0;title\u0007" + "x".repeat(5000)));
        })) {
            String said = failure(evil.options().withCode(CODE)).detail();
            assertTrue(said.length() <= 200, said);
            assertFalse(said.chars().anyMatch(Character::isISOControl), said);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void aHostMaySayAnyRate(int rate) throws Exception {
        try (EvilHost evil = new EvilHost(null) {
            @Override
            void meet(Socket socket) throws IOException, BrokenFrame {
                Peer peer = new Peer(socket.getInputStream(), socket.getOutputStream());
                peer.next();
                peer.send(welcome(rate));
                peer.readOn();
            }
        }) {
            GuestSession guest = new GuestSession(evil.options().withAccess(GuestOptions.Access.OPEN), EventLog.off());
            guest.start(guestEar);
            guest.say("all the same");
            evil.awaitSaid("all the same");
            evil.close();
            guest.leave();
        }
    }

    /// A byte now and then passes every time-out of a single read.
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aHostThatTricklesDoesNotHoldTheGuest(boolean tls) throws Exception {
        byte[] beginning = tls ? new byte[]{22, 3, 3, 0x40, 0} : new byte[]{0, 0, 8, 0};
        try (EvilHost evil = new EvilHost(null) {
            @Override
            void meet(Socket socket) throws IOException {
                socket.getOutputStream().write(beginning);
                trickle(socket);
            }
        }) {
            GuestOptions.Access access = tls ? GuestOptions.Access.PRIVATE : GuestOptions.Access.OPEN;
            assertEquals(Kind.NOT_TINCAN, failure(evil.options().withAccess(access)).kind());
        }
    }

    private static void trickle(Socket socket) throws IOException {
        socket.setSoTimeout(500);
        while (true) {
            try {
                if (socket.getInputStream().read() < 0) {
                    return;
                }
            } catch (SocketTimeoutException e) {
                socket.getOutputStream().write(0);
            }
        }
    }

    private static Frame.Welcome welcome(int rate) {
        return new Frame.Welcome(Frame.VERSION, "00", "evil", 2, "Bob", "00", 1, 0, 0, rate);
    }

    private SessionFailure failure(GuestOptions options) {
        return assertThrows(SessionFailure.class, () -> new GuestSession(options, EventLog.off()).start(guestEar));
    }

    /// What a host does with one guest.
    private interface Script {
        void play(EvilHost.Peer peer, Socket socket) throws IOException, BrokenFrame;
    }

    /// Speaks TLS with a certificate of its own, and then as its script says.
    private static class EvilHost implements AutoCloseable {
        final List<String> said = new CopyOnWriteArrayList<>();
        final AtomicInteger accepted = new AtomicInteger();
        /// Owner: the lock on this object.
        private int served;
        private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        private final Identity identity = Identity.fresh();
        private final Script script;

        EvilHost(Script script) throws IOException {
            this.script = script;
            Thread.ofVirtual().start(this::accept);
        }

        int port() {
            return listener.getLocalPort();
        }

        GuestOptions options() {
            return new GuestOptions(new PeerAddress("127.0.0.1", port(), ""), "Bob");
        }

        private void accept() {
            while (!listener.isClosed()) {
                try {
                    Socket socket = listener.accept();
                    accepted.incrementAndGet();
                    Thread.ofVirtual().start(() -> serve(socket));
                } catch (IOException e) {
                    // closed
                }
            }
        }

        private void serve(Socket socket) {
            try (socket) {
                meet(socket);
            } catch (IOException | BrokenFrame e) {
                // the guest has had enough
            } finally {
                connected();
            }
        }

        void meet(Socket socket) throws IOException, BrokenFrame {
            SecureChannel channel = SecureChannel.asHost(socket, Tap.off(), new byte[0], identity);
            script.play(new Peer(channel.in(), channel.out()), socket);
        }

        private synchronized void connected() {
            served++;
            notifyAll();
        }

        /// Waits until so many connections have come and ended.
        synchronized void awaitConnections(int count) throws InterruptedException {
            while (served < count) {
                wait();
            }
        }

        synchronized void hear(String text) {
            said.add(text);
            notifyAll();
        }

        synchronized void awaitSaid(String text) throws InterruptedException {
            while (!said.contains(text)) {
                wait();
            }
        }

        @Override
        public void close() throws IOException {
            listener.close();
        }

        /// One guest.
        class Peer {
            private final FrameReader reader = new FrameReader(FrameReader.MAX_LENGTH);
            private final InputStream in;
            private final OutputStream out;

            Peer(InputStream in, OutputStream out) {
                this.in = in;
                this.out = out;
            }

            Frame next() throws IOException, BrokenFrame {
                while (!reader.advance()) {
                    reader.prepare();
                    int count = in.read(reader.data(), reader.offset(), reader.space());
                    if (count < 0) {
                        throw new IOException("the stream ended");
                    }
                    reader.received(count);
                }
                return reader.frame();
            }

            /// Keeps what is said until the end.
            void readOn() throws IOException, BrokenFrame {
                while (true) {
                    if (next() instanceof Frame.Say say) {
                        hear(say.text());
                    }
                }
            }

            void send(Frame frame) throws IOException {
                out.write(FrameWriter.bytes(frame));
                out.flush();
            }
        }
    }
}
