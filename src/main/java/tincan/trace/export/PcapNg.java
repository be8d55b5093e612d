package tincan.trace.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A recording as packets in a pcapng file (draft-ietf-opsawg-pcapng), for Wireshark. They are made from the calls of
/// the program: what the network really did with the bytes, no program sees.
public final class PcapNg {
    private static final String COMMENT = "Made by Tincan from the socket calls of a program, not captured on a network:"
            + " a packet is a call. Handshakes, acknowledgements and window sizes are invented.";
    private static final int SECTION = 0x0A0D0D0A;
    private static final int BYTE_ORDER = 0x1A2B3C4D;
    private static final int INTERFACE = 1;
    private static final int ENHANCED_PACKET = 6;
    private static final short LINKTYPE_RAW = 101;
    private static final short OPTION_END = 0;
    private static final short OPTION_COMMENT = 1;
    private static final short OPTION_APPLICATION = 4;
    private static final short OPTION_NAME = 2;
    private static final short OPTION_RESOLUTION = 9;
    private static final byte NANOSECONDS = 9;

    private PcapNg() {}

    public static void write(Recording recording, OutputStream out) throws IOException {
        List<TimedPacket> packets = new ArrayList<>();
        Talk.of(recording).forEach(talk -> packets.addAll(new TcpStory(talk).packets()));
        packets.addAll(Datagrams.of(recording));
        packets.sort(Comparator.comparing(TimedPacket::at));
        out.write(section());
        out.write(network());
        for (TimedPacket packet : packets) {
            out.write(packet(packet.at(), packet.packet().make()));
        }
        out.flush();
    }

    private static byte[] section() {
        ByteBuffer body = ByteBuffer.allocate(16 + 2 * COMMENT.length() + 64);
        body.putInt(BYTE_ORDER).putShort((short) 1).putShort((short) 0).putLong(-1);
        option(body, OPTION_COMMENT, COMMENT.getBytes(StandardCharsets.UTF_8));
        option(body, OPTION_APPLICATION, "Tincan".getBytes(StandardCharsets.UTF_8));
        return block(SECTION, body.putShort(OPTION_END).putShort((short) 0));
    }

    private static byte[] network() {
        ByteBuffer body = ByteBuffer.allocate(64);
        body.putShort(LINKTYPE_RAW).putShort((short) 0).putInt(0);
        option(body, OPTION_NAME, "socket calls".getBytes(StandardCharsets.UTF_8));
        option(body, OPTION_RESOLUTION, new byte[]{NANOSECONDS});
        return block(INTERFACE, body.putShort(OPTION_END).putShort((short) 0));
    }

    private static byte[] packet(Instant at, byte[] data) {
        long nanos = Math.max(0, at.getEpochSecond()) * 1_000_000_000 + at.getNano();
        ByteBuffer body = ByteBuffer.allocate(20 + data.length + 4);
        body.putInt(0).putInt((int) (nanos >>> 32)).putInt((int) nanos).putInt(data.length).putInt(data.length);
        return block(ENHANCED_PACKET, padded(body.put(data)));
    }

    private static void option(ByteBuffer body, short code, byte[] value) {
        padded(body.putShort(code).putShort((short) value.length).put(value));
    }

    private static ByteBuffer padded(ByteBuffer body) {
        while (body.position() % 4 != 0) {
            body.put((byte) 0);
        }
        return body;
    }

    private static byte[] block(int type, ByteBuffer body) {
        int length = body.position() + 12;
        ByteBuffer block = ByteBuffer.allocate(length).putInt(type).putInt(length);
        return block.put(body.flip()).putInt(length).array();
    }
}
