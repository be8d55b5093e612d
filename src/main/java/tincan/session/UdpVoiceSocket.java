package tincan.session;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.util.Arrays;
import tincan.trace.Ends;
import tincan.trace.SocketCall;
import tincan.trace.Tap;
import tincan.voice.packet.Header;
import tincan.voice.packet.VoicePacket;

/// A socket for voice as datagrams. One thread of the system's receives. Of voice a few packets a second are reported,
/// or the log would be about nothing else; by their numbers, so that both ends report the same ones.
final class UdpVoiceSocket implements VoiceSocket {
    /// No packet of ours is longer.
    private static final int LARGEST = 2048;
    /// Of a sender's voice packets every so many one is reported.
    private static final int APART = 10;
    /// So many datagrams each way are reported a second, whatever they are.
    private static final int REPORTED_A_SECOND = 50;
    /// "Expedited forwarding" (RFC 3246): what comes late is worth nothing.
    private static final int EXPEDITED = 0xb8;

    private final DatagramSocket socket;
    private final Tap tap;
    private final Receiver receiver;
    /// Owner: the lock on the tap.
    private final Allowance reportedOut = new Allowance(REPORTED_A_SECOND, System.nanoTime());
    /// Owner: the receiving thread.
    private final Allowance reportedIn = new Allowance(REPORTED_A_SECOND, System.nanoTime());

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
                socket.receive(packet);
                received(packet, System.nanoTime());
            } catch (IOException e) {
                // closed, or an earlier datagram was refused at its destination: the next may come through
            } catch (RuntimeException e) {
                note("a datagram was not taken: " + e); // a fault of ours; the others are heard all the same
            }
        }
    }

    private void received(DatagramPacket packet, long now) {
        byte[] datagram = Arrays.copyOf(packet.getData(), packet.getLength());
        if (isTold(datagram) && reportedIn.takes(now)) {
            tap.received(packet);
        }
        receiver.received(datagram, (InetSocketAddress) packet.getSocketAddress(), now);
    }

    /// Whether a datagram is one of those that are to be reported.
    private boolean isTold(byte[] datagram) {
        return tap.recording() && Header.read(datagram).filter(header -> header.type() == VoicePacket.Type.VOICE
                && Integer.remainderUnsigned(header.seq(), APART) != 0).isEmpty();
    }

    @Override
    public void send(byte[] datagram, InetSocketAddress to) {
        DatagramPacket packet = new DatagramPacket(datagram, datagram.length, to);
        try {
            if (isTold(datagram)) {
                report(packet);
            } else {
                socket.send(packet);
            }
        } catch (IOException | IllegalArgumentException e) {
            // lost
        }
    }

    /// Sends a datagram, and reports it unless there are too many.
    private void report(DatagramPacket packet) throws IOException {
        synchronized (tap) {
            if (reportedOut.takes(System.nanoTime())) {
                tap.send(socket, packet);
                return;
            }
        }
        socket.send(packet);
    }

    @Override
    public void close() {
        tap.called(SocketCall.CLOSE, "");
        socket.close();
    }
}
