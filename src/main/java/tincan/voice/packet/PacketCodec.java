package tincan.voice.packet;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Packets as bytes that anybody can read, as they are in an open lesson:
///
/// ```
/// 0  version 1 (4 bits) · type (4 bits)        1  generation (2) · further frames (2) · clear · duplex · last · first
/// 2  sender u16      4  burst u32      8  seq u32      12  timestamp u32
/// 16 for each frame: length u16 · bytes
/// ```
///
/// Numbers are big endian. A sealed packet has the same header, without the bit `clear`, and what follows is a secret.
public final class PacketCodec {
    private PacketCodec() {}

    /// The bytes of an open packet.
    public static byte[] encode(VoicePacket packet) {
        return clear(packet, 0);
    }

    /// The packet in these bytes, if they are an open one.
    public static Optional<VoicePacket> decode(byte[] datagram) {
        return Header.read(datagram).filter(Header::clear)
                .flatMap(header -> packet(header, ByteBuffer.wrap(datagram, Header.LENGTH,
                        datagram.length - Header.LENGTH)));
    }

    static byte[] clear(VoicePacket packet, int generation) {
        ByteBuffer out = ByteBuffer.allocate(Header.LENGTH + bodyLength(packet));
        Header.of(packet, generation, true).write(out);
        writeBody(packet, out);
        return out.array();
    }

    static byte[] body(VoicePacket packet) {
        ByteBuffer out = ByteBuffer.allocate(bodyLength(packet));
        writeBody(packet, out);
        return out.array();
    }

    /// What the header and the body make together; nothing if they do not agree or something is left over.
    static Optional<VoicePacket> packet(Header header, ByteBuffer body) {
        List<byte[]> frames = new ArrayList<>();
        for (int i = 0; i <= header.depth(); i++) {
            if (body.remaining() < Short.BYTES) {
                return Optional.empty();
            }
            int length = body.getShort() & 0xFFFF;
            if (length > body.remaining() || length > VoicePacket.LONGEST_FRAME) {
                return Optional.empty();
            }
            byte[] frame = new byte[length];
            body.get(frame);
            frames.add(frame);
        }
        return body.hasRemaining()
                ? Optional.empty()
                : Optional.of(new VoicePacket(header.type(), header.flags(), header.slot(), header.burst(),
                        header.seq(), header.timestamp(), frames));
    }

    private static int bodyLength(VoicePacket packet) {
        return packet.frames().stream().mapToInt(frame -> Short.BYTES + frame.length).sum();
    }

    private static void writeBody(VoicePacket packet, ByteBuffer out) {
        for (byte[] frame : packet.frames()) {
            out.putShort((short) frame.length).put(frame);
        }
    }
}
