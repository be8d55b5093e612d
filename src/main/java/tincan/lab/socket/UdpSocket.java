package tincan.lab.socket;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.StandardSocketOptions;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import tincan.trace.Ends;
import tincan.trace.SocketCall;
import tincan.trace.Tap;

/// A socket for datagrams: no connection, each carries its address, and arrives whole or not at all. One thread at a
/// time receives; any thread sends or closes it.
public final class UdpSocket implements AutoCloseable {
    /// The largest datagram that UDP over IPv4 can carry, in bytes.
    public static final int LARGEST = 65_507;
    /// So many peers are remembered.
    private static final int MOST_PEERS = 10_000;

    private final Sockets sockets;
    private final Tap tap;
    private final DatagramSocket socket;
    private final Departures departures;
    /// 0 for what the program asks for.
    private volatile int buffer;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Map<InetSocketAddress, Ends.Side> peers = new ConcurrentHashMap<>();
    /// Where it is bound; still known when it is closed.
    private volatile InetSocketAddress address = new InetSocketAddress(0);

    private UdpSocket(Sockets sockets, Tap tap, DatagramSocket socket) {
        this.sockets = sockets;
        this.tap = tap;
        this.socket = socket;
        this.departures = new Departures(tap, socket);
        sockets.opened(this);
    }

    static UdpSocket bound(Sockets sockets, String name, SocketAddress at, ListenOptions options)
            throws SocketTrouble {
        Tap tap = sockets.datagrams(name);
        UdpSocket made = made(sockets, tap);
        try {
            made.set(options.receiveBuffer(), options.timeout().toMillis());
            tap.call(SocketCall.BIND, Addresses.shown(at), () -> made.bind(at));
            return made;
        } catch (IOException e) {
            SocketTrouble trouble = made.isOpen() ? BindTrouble.of(at, e) : made.failed(SocketCall.BIND, e);
            made.close();
            throw trouble;
        }
    }

    static UdpSocket unbound(Sockets sockets, String name, StreamOptions options) throws SocketTrouble {
        UdpSocket made = made(sockets, sockets.datagrams(name));
        try {
            made.set(options.receiveBuffer(), options.timeout().toMillis());
            made.buffer(options.buffer());
            // Java wants an address before it receives; the system would choose the same with the first datagram
            made.bind(new InetSocketAddress(0));
            return made;
        } catch (IOException e) {
            SocketTrouble trouble = made.failed(SocketCall.SOCKET, e);
            made.close();
            throw trouble;
        }
    }

    private static UdpSocket made(Sockets sockets, Tap tap) throws SocketTrouble {
        try {
            UdpSocket made = new UdpSocket(sockets, tap, new DatagramSocket(null));
            tap.called(SocketCall.SOCKET, "datagram");
            return made;
        } catch (SocketException e) {
            throw SocketTrouble.of(SocketCall.SOCKET, e);
        }
    }

    private void bind(SocketAddress at) throws IOException {
        socket.bind(at);
        if (!(socket.getLocalSocketAddress() instanceof InetSocketAddress own)) {
            throw new SocketException("Socket is closed");
        }
        address = own;
    }

    private void set(int receiveBuffer, long timeoutMillis) throws IOException {
        if (receiveBuffer > 0) {
            receiveBuffer(receiveBuffer);
        }
        socket.setSoTimeout((int) timeoutMillis);
    }

    /// What came, and from where.
    public static final class Received {
        private final byte[] data;
        private final InetSocketAddress from;

        private Received(byte[] data, InetSocketAddress from) {
            this.data = data;
            this.from = from;
        }

        /// All of it, unless it was longer than asked for.
        public byte[] data() {
            return data.clone();
        }

        /// Who sent it.
        public InetSocketAddress from() {
            return from;
        }
    }

    /// Its name in the log.
    public String name() {
        return tap.connection();
    }

    /// Where it is bound.
    public InetSocketAddress address() {
        return address;
    }

    /// Waits for a datagram.
    ///
    /// @param size what is longer is cut off there
    public Received recvfrom(int size) throws SocketTrouble {
        sockets.pass(SocketCall.RECEIVE_FROM, tap, this::isOpen);
        int most = buffer == 0 ? size : Math.min(size, buffer);
        DatagramPacket packet = new DatagramPacket(new byte[most], most);
        try {
            tap.receive(socket, packet);
        } catch (IOException e) {
            throw failed(SocketCall.RECEIVE_FROM, e);
        }
        InetSocketAddress from = (InetSocketAddress) packet.getSocketAddress();
        met(from, Ends.Side.SERVER);
        return new Received(Arrays.copyOf(packet.getData(), packet.getLength()), from);
    }

    /// From now on a `recvfrom` cuts a datagram off after so many bytes, whatever the program asks for; 0 for what it
    /// asks for.
    public void buffer(int bytes) {
        buffer = bytes;
    }

    /// From now on a `recvfrom` fails that waits longer than this; zero for never.
    public void timeout(Duration longest) throws SocketTrouble {
        try {
            socket.setSoTimeout((int) longest.toMillis());
        } catch (IOException e) {
            throw failed(SocketCall.SET_OPTION, e);
        }
    }

    /// Sends a datagram, or does with it what goes wrong on purpose.
    public void sendto(byte[] data, InetSocketAddress to) throws SocketTrouble {
        if (to.isUnresolved()) {
            throw new SocketTrouble(SocketTrouble.Kind.UNREACHABLE, SocketCall.SEND_TO, to.getHostString());
        }
        sockets.pass(SocketCall.SEND_TO, tap, this::isOpen);
        met(to, Ends.Side.CLIENT);
        DatagramPacket packet = packet(data, to);
        Conditions conditions = sockets.conditions();
        Faults faults = conditions.faults();
        if (conditions.happens(faults.loss())) {
            tap.note("lost on purpose: " + data.length + " bytes to " + Addresses.shown(to));
            return;
        }
        if (conditions.happens(faults.reordered()) && departures.sendAfterNext(packet)) {
            return;
        }
        leaves(packet);
        if (conditions.happens(faults.duplicates())) {
            tap.note("sent twice on purpose");
            leaves(packet(data, to));
        }
    }

    private static DatagramPacket packet(byte[] data, InetSocketAddress to) {
        return new DatagramPacket(data.clone(), data.length, to);
    }

    /// Who speaks first to a peer is the client, as far as there is one.
    private void met(InetSocketAddress who, Ends.Side side) {
        if (peers.putIfAbsent(who, side) == null) {
            if (peers.size() > MOST_PEERS) {
                peers.clear();
            }
            tap.connected(new InetSocketAddress(here(who), address.getPort()), who, side);
        }
    }

    /// A socket that is bound to all addresses speaks with its own computer from the address of that.
    private InetAddress here(InetSocketAddress peer) {
        InetAddress own = address.getAddress();
        return own.isAnyLocalAddress() && peer.getAddress().isLoopbackAddress() ? peer.getAddress() : own;
    }

    private void leaves(DatagramPacket packet) throws SocketTrouble {
        Duration delay = sockets.conditions().delay();
        if (delay.isPositive()) {
            departures.sendAfter(delay, packet);
            return;
        }
        try {
            departures.send(packet);
        } catch (IOException e) {
            throw failed(SocketCall.SEND_TO, e);
        }
    }

    /// SO_RCVBUF: about how many bytes the system keeps for this end; datagrams beyond are lost.
    public void receiveBuffer(int bytes) throws SocketTrouble {
        try {
            socket.setOption(StandardSocketOptions.SO_RCVBUF, bytes);
            tap.called(SocketCall.SET_OPTION, "SO_RCVBUF " + bytes);
        } catch (IOException e) {
            throw failed(SocketCall.SET_OPTION, e);
        }
    }

    /// Whether this side has not closed it.
    public boolean isOpen() {
        return !closed.get();
    }

    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        departures.close();
        tap.called(SocketCall.CLOSE, "");
        socket.close();
        sockets.closed(this);
    }

    private SocketTrouble failed(SocketCall call, IOException e) {
        return closed.get()
                ? new SocketTrouble(SocketTrouble.Kind.CLOSED, call, SocketTrouble.said(e))
                : SocketTrouble.of(call, e);
    }
}
