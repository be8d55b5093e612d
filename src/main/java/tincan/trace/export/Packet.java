package tincan.trace.export;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;

/// One IP packet with its header and its checksums (RFC 791, RFC 8200, RFC 9293, RFC 768).
final class Packet {
    static final int FIN = 0x01;
    static final int SYN = 0x02;
    static final int RST = 0x04;
    static final int PUSH = 0x08;
    static final int ACK = 0x10;

    /// How many bytes of data a packet can carry. More than any cable would take, so that one call of the program is
    /// one packet wherever that is possible.
    static final int MOST_DATA = 65_000;

    private static final int TCP = 6;
    private static final int UDP = 17;
    private static final int TCP_HEADER = 20;
    private static final int UDP_HEADER = 8;
    private static final int HOPS = 64;
    /// Maximum segment size 65,000, no operation, window scale 14.
    private static final byte[] SYN_OPTIONS = {2, 4, (byte) 0xfd, (byte) 0xe8, 1, 3, 3, 14};

    private Packet() {}

    /// A TCP segment.
    ///
    /// @param sequence of its first byte; only the lower 32 bits count
    /// @param acknowledged the next byte that is expected; 0 unless `flags` has [#ACK]
    static byte[] tcp(InetSocketAddress from, InetSocketAddress to, int flags, long sequence, long acknowledged,
            byte[] data) {
        byte[] options = (flags & SYN) != 0 ? SYN_OPTIONS : new byte[0];
        int header = TCP_HEADER + options.length;
        ByteBuffer segment = ByteBuffer.allocate(header + data.length);
        segment.putShort((short) from.getPort()).putShort((short) to.getPort());
        segment.putInt((int) sequence).putInt((flags & ACK) != 0 ? (int) acknowledged : 0);
        segment.put((byte) ((header / 4) << 4)).put((byte) flags).putShort((short) 0xffff);
        segment.putShort((short) 0).putShort((short) 0).put(options).put(data);
        segment.putShort(16, checksum(from.getAddress(), to.getAddress(), TCP, segment.array()));
        return ip(from.getAddress(), to.getAddress(), TCP, segment.array());
    }

    /// A UDP datagram.
    static byte[] udp(InetSocketAddress from, InetSocketAddress to, byte[] data) {
        ByteBuffer datagram = ByteBuffer.allocate(UDP_HEADER + data.length);
        datagram.putShort((short) from.getPort()).putShort((short) to.getPort());
        datagram.putShort((short) datagram.capacity()).putShort((short) 0).put(data);
        short sum = checksum(from.getAddress(), to.getAddress(), UDP, datagram.array());
        // a sum of 0 would say that there is none
        datagram.putShort(6, sum == 0 ? (short) 0xffff : sum);
        return ip(from.getAddress(), to.getAddress(), UDP, datagram.array());
    }

    private static byte[] ip(InetAddress from, InetAddress to, int protocol, byte[] content) {
        return isFour(from, to) ? four(from, to, protocol, content) : six(from, to, protocol, content);
    }

    private static byte[] four(InetAddress from, InetAddress to, int protocol, byte[] content) {
        ByteBuffer packet = ByteBuffer.allocate(20 + content.length);
        packet.put((byte) 0x45).put((byte) 0).putShort((short) packet.capacity());
        packet.putInt(0x0000_4000).put((byte) HOPS).put((byte) protocol).putShort((short) 0);
        packet.put(from.getAddress()).put(to.getAddress());
        packet.putShort(10, folded(sum(packet.array(), 0)));
        return packet.put(content).array();
    }

    private static byte[] six(InetAddress from, InetAddress to, int protocol, byte[] content) {
        ByteBuffer packet = ByteBuffer.allocate(40 + content.length);
        packet.putInt(0x6000_0000).putShort((short) content.length).put((byte) protocol).put((byte) HOPS);
        return packet.put(sixteen(from)).put(sixteen(to)).put(content).array();
    }

    private static boolean isFour(InetAddress from, InetAddress to) {
        return from instanceof Inet4Address && to instanceof Inet4Address;
    }

    /// An address in 16 bytes; one of 4 as it is mapped (RFC 4291, 2.5.5.2).
    private static byte[] sixteen(InetAddress address) {
        byte[] bytes = address.getAddress();
        return bytes.length == 16
                ? bytes
                : ByteBuffer.allocate(16).position(10).putShort((short) 0xffff).put(bytes).array();
    }

    /// Over the addresses, the length and the protocol, and over the content.
    private static short checksum(InetAddress from, InetAddress to, int protocol, byte[] content) {
        boolean four = isFour(from, to);
        long sum = sum(four ? from.getAddress() : sixteen(from), protocol + content.length);
        return folded(sum(content, sum(four ? to.getAddress() : sixteen(to), sum)));
    }

    private static long sum(byte[] bytes, long before) {
        long sum = before;
        for (int i = 0; i < bytes.length; i++) {
            sum += (i & 1) == 0 ? (bytes[i] & 0xff) << 8 : bytes[i] & 0xff;
        }
        return sum;
    }

    private static short folded(long sum) {
        long folded = sum;
        while (folded >> 16 != 0) {
            folded = (folded & 0xffff) + (folded >> 16);
        }
        return (short) ~folded;
    }
}
