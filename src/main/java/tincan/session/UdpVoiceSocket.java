package tincan.session;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import tincan.trace.Ends;
import tincan.trace.SocketCall;
import tincan.trace.Tap;

/// A socket for voice as datagrams. One thread of the system's receives. Of many datagrams a few a second are reported,
/// or the log would be about nothing else.
final class UdpVoiceSocket implements VoiceSocket {
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

    private UdpVoiceSocket(DatagramSocket socket, Tap tap, Receiver receiver) {
        this.socket = socket;
        this.tap = tap;
        this.receiver = receiver;
    }

    /// One that is bound to this address.
    static UdpVoiceSocket bound(Tap tap, InetSocketAddress at, Receiver receiver) throws IOException {
        return new UdpVoiceSocket(bound(tap, at), tap, receiver);
    }

    /// One that takes datagrams of this peer alone.
    static UdpVoiceSocket connected(Tap tap, InetSocketAddress peer, Receiver receiver) throws IOException {
        DatagramSocket socket = bound(tap, new InetSocketAddress(0));
        try {
            tap.call(SocketCall.CONNECT, Ends.shown(peer), () -> socket.connect(peer));
        } catch (IOException e) {
            socket.close();
            throw e;
        }
        tap.connected((InetSocketAddress) socket.getLocalSocketAddress(), peer, Ends.Side.CLIENT);
        return new UdpVoiceSocket(socket, tap, receiver);
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

    @Override
    @SuppressWarnings("ThreadPriorityCheck") // what is late is not heard
    public void start() {
        Thread.ofPlatform().name("voice receiver").daemon().priority(Thread.MAX_PRIORITY).start(this::receive);
    }

    @Override
    public int port() {
        return socket.getLocalPort();
    }

    @Override
    public void met(InetSocketAddress peer) {
        tap.connected((InetSocketAddress) socket.getLocalSocketAddress(), peer, Ends.Side.SERVER);
    }

    @Override
    public void note(String text) {
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

    @Override
    public void send(byte[] datagram, InetSocketAddress to) {
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
