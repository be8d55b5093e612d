package tincan.session;

import java.io.IOException;
import java.net.BindException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import tincan.trace.Ends;
import tincan.trace.EventLog;
import tincan.trace.SocketCall;
import tincan.trace.Tap;

/// The socket for voice as datagrams. One thread of the system's receives; any thread sends. Of many datagrams a few a
/// second are reported, or the log would be about nothing else.
final class VoiceSocket implements AutoCloseable {
    /// No packet of ours is longer.
    private static final int LARGEST = 2048;
    /// One datagram each way in so long a time is reported.
    private static final long SHOWN_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    /// "Expedited forwarding" (RFC 3246): what comes late is worth nothing.
    private static final int EXPEDITED = 0xb8;

    private final DatagramSocket socket;
    private final Tap tap;
    private final Receiver receiver;
    private final AtomicLong nextShownOut = new AtomicLong(System.nanoTime());
    /// Owner: the receiving thread.
    private long nextShownIn = System.nanoTime();

    /// Takes what comes, on the receiving thread; returns at once and never throws.
    @FunctionalInterface
    interface Receiver {
        /// A datagram came.
        ///
        /// @param nanos when it came, by [System#nanoTime]
        void received(byte[] datagram, InetSocketAddress from, long nanos);
    }

    private VoiceSocket(DatagramSocket socket, Tap tap, Receiver receiver) {
        this.socket = socket;
        this.tap = tap;
        this.receiver = receiver;
    }

    /// The host's: at the same number as its TCP port if that is free for UDP, otherwise at any.
    ///
    /// @param bind the address to use; empty for all
    static VoiceSocket host(Optional<String> bind, int port, EventLog log, Receiver receiver) throws IOException {
        InetSocketAddress wanted = bind.isPresent()
                ? new InetSocketAddress(InetAddress.getByName(bind.get()), port)
                : new InetSocketAddress(port);
        Tap tap = new Tap(log, "voice", VoiceLabel::of);
        DatagramSocket socket;
        try {
            socket = bound(tap, wanted);
        } catch (BindException e) {
            socket = bound(tap, new InetSocketAddress(wanted.getAddress(), 0));
        }
        return new VoiceSocket(socket, tap, receiver);
    }

    /// A guest's: takes datagrams of its host alone.
    static VoiceSocket guest(InetSocketAddress host, EventLog log, Receiver receiver) throws IOException {
        Tap tap = new Tap(log, log.unused("voice"), VoiceLabel::of);
        DatagramSocket socket = bound(tap, new InetSocketAddress(0));
        try {
            tap.call(SocketCall.CONNECT, Ends.shown(host), () -> socket.connect(host));
        } catch (IOException e) {
            socket.close();
            throw e;
        }
        tap.connected((InetSocketAddress) socket.getLocalSocketAddress(), host, Ends.Side.CLIENT);
        return new VoiceSocket(socket, tap, receiver);
    }

    private static DatagramSocket bound(Tap tap, InetSocketAddress at) throws IOException {
        DatagramSocket socket = new DatagramSocket(null);
        tap.called(SocketCall.SOCKET, "datagram");
        try {
            tap.call(SocketCall.BIND, Ends.shown(at), () -> socket.bind(at));
        } catch (IOException e) {
            socket.close();
            throw e;
        }
        try {
            socket.setOption(StandardSocketOptions.IP_TOS, EXPEDITED);
        } catch (IOException | UnsupportedOperationException e) {
            // not everywhere; nothing depends on it
        }
        return socket;
    }

    /// Begins to receive.
    @SuppressWarnings("ThreadPriorityCheck") // what is late is not heard
    void start() {
        Thread.ofPlatform().name("voice receiver").daemon().priority(Thread.MAX_PRIORITY).start(this::receive);
    }

    int port() {
        return socket.getLocalPort();
    }

    /// A peer is known from now on.
    void met(InetSocketAddress peer) {
        tap.connected((InetSocketAddress) socket.getLocalSocketAddress(), peer, Ends.Side.SERVER);
    }

    /// Something to say in the log.
    void note(String text) {
        tap.note(text);
    }

    private void receive() {
        byte[] buffer = new byte[LARGEST];
        while (!socket.isClosed()) {
            DatagramPacket packet = new DatagramPacket(buffer, LARGEST);
            try {
                receive(packet);
                receiver.received(Arrays.copyOf(buffer, packet.getLength()),
                        (InetSocketAddress) packet.getSocketAddress(), System.nanoTime());
            } catch (IOException e) {
                // closed, or an earlier datagram was refused at its destination: the next may come through
            } catch (RuntimeException e) {
                note("a datagram was not taken: " + e); // a fault of ours; the others are heard all the same
            }
        }
    }

    private void receive(DatagramPacket packet) throws IOException {
        long now = System.nanoTime();
        if (tap.recording() && now - nextShownIn >= 0) {
            nextShownIn = now + SHOWN_NANOS;
            tap.receive(socket, packet);
        } else {
            socket.receive(packet);
        }
    }

    /// Sends a datagram; one that the system does not take is lost, as any may be.
    void send(byte[] datagram, InetSocketAddress to) {
        DatagramPacket packet = new DatagramPacket(datagram, datagram.length, to);
        try {
            if (tap.recording() && isShown(System.nanoTime())) {
                synchronized (tap) {
                    tap.send(socket, packet);
                }
            } else {
                socket.send(packet);
            }
        } catch (IOException | IllegalArgumentException e) {
            // lost
        }
    }

    private boolean isShown(long now) {
        long due = nextShownOut.get();
        return now - due >= 0 && nextShownOut.compareAndSet(due, now + SHOWN_NANOS);
    }

    @Override
    public void close() {
        tap.called(SocketCall.CLOSE, "");
        socket.close();
    }
}
