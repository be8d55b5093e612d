package tincan.nearby;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.Optional;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;

/// A socket of the multicast DNS group on one interface, for one family of addresses. It hears only that interface and
/// shares its port with every other responder on the computer. Owner: the thread of its [MulticastLoop].
final class GroupSocket implements Closeable {
    static final int PORT = 5353;

    /// RFC 6762, 17.
    private static final int PACKET_BYTES = 9_000;
    /// How many packets are read between two calls of [#breathe]; the system drops what is more.
    private static final int PACKETS_A_BREATH = 500;
    /// By which others see that a packet was not forwarded. RFC 6762, 11.
    private static final int HOPS = 255;

    private final StandardProtocolFamily family;
    private final InetSocketAddress group;
    private final DatagramChannel channel;
    private final SelectionKey key;
    private final ByteBuffer buffer = ByteBuffer.allocate(PACKET_BYTES);
    private int read;

    /// @param from an address and a port
    record Packet(Message message, InetSocketAddress from) {

        /// Whether it comes from a responder, and not from a program that asks once and knows nothing of the group.
        boolean fromResponder() {
            return from.getPort() == PORT;
        }

        boolean isQuery() {
            return isPlain() && !message.getHeader().getFlag(Flags.QR);
        }

        /// Others than responders do not answer. RFC 6762, 6.
        boolean isResponse() {
            return isPlain() && message.getHeader().getFlag(Flags.QR) && fromResponder();
        }

        /// Other kinds of messages are not for the group. RFC 6762, 18.
        private boolean isPlain() {
            return message.getHeader().getOpcode() == Opcode.QUERY && message.getRcode() == Rcode.NOERROR;
        }
    }

    private GroupSocket(StandardProtocolFamily family, InetSocketAddress group, DatagramChannel channel,
            SelectionKey key) {
        this.family = family;
        this.group = group;
        this.channel = channel;
        this.key = key;
    }

    /// Joins the group on an interface.
    static GroupSocket open(NetworkInterface card, StandardProtocolFamily family, Selector selector)
            throws IOException {
        InetAddress number = InetAddress.getByName(
                family == StandardProtocolFamily.INET ? "224.0.0.251" : "ff02::fb%" + card.getIndex());
        InetSocketAddress group = new InetSocketAddress(number, PORT);
        DatagramChannel channel = DatagramChannel.open(family);
        try {
            channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            if (channel.supportedOptions().contains(StandardSocketOptions.SO_REUSEPORT)) {
                channel.setOption(StandardSocketOptions.SO_REUSEPORT, true);
            }
            bind(channel, group);
            channel.setOption(StandardSocketOptions.IP_MULTICAST_IF, card);
            channel.setOption(StandardSocketOptions.IP_MULTICAST_TTL, HOPS);
            channel.setOption(StandardSocketOptions.IP_MULTICAST_LOOP, true);
            channel.join(number, card);
            channel.configureBlocking(false);
            return new GroupSocket(family, group, channel, channel.register(selector, SelectionKey.OP_READ));
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /// A socket that is bound to the group takes no packet away that is meant for another responder alone. Windows
    /// knows no such thing.
    private static void bind(DatagramChannel channel, InetSocketAddress group) throws IOException {
        try {
            channel.bind(group);
        } catch (IOException _) {
            channel.bind(new InetSocketAddress(PORT));
        }
    }

    StandardProtocolFamily family() {
        return family;
    }

    /// The next packet that is there and is DNS.
    Optional<Packet> receive() throws IOException {
        while (key.interestOps() != 0) {
            buffer.clear();
            if (!(channel.receive(buffer) instanceof InetSocketAddress from)) {
                return Optional.empty();
            }
            if (++read >= PACKETS_A_BREATH) {
                key.interestOps(0);
            }
            Optional<Packet> packet = parsed(buffer.flip()).map(message -> new Packet(message, from));
            if (packet.isPresent()) {
                return packet;
            }
        }
        return Optional.empty();
    }

    /// Anybody sends anything, and what it is not is told by many kinds of exceptions.
    static Optional<Message> parsed(ByteBuffer packet) {
        try {
            byte[] bytes = new byte[packet.remaining()];
            packet.get(bytes);
            return Optional.of(new Message(bytes));
        } catch (IOException | RuntimeException _) {
            return Optional.empty();
        }
    }

    /// Reads again after a flood.
    void breathe() {
        read = 0;
        if (key.isValid()) {
            key.interestOps(SelectionKey.OP_READ);
        }
    }

    /// Tells the group.
    void send(Message message) {
        send(message, group);
    }

    /// Tells one. That the network takes nothing now is no matter: whatever is important is said again.
    void send(Message message, SocketAddress to) {
        try {
            channel.send(ByteBuffer.wrap(message.toWire(PACKET_BYTES)), to);
        } catch (IOException _) {
            // as above
        }
    }

    /// Whether packets of this socket are waiting to be read.
    boolean owns(SelectionKey other) {
        return key.equals(other);
    }

    boolean isOpen() {
        return channel.isOpen();
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException _) {
            // it is gone
        }
    }
}
