package tincan.voice.packet;

import java.nio.ByteBuffer;
import java.util.Optional;

/// The sixteen bytes in front of each packet. They are not secret, so that a relay need not open a packet to see whose
/// it is, but they are under the seal too.
///
/// @param flags those of [VoicePacket]
/// @param generation the lowest two bits of the number of the keys
/// @param clear whether what follows is not sealed
public record Header(VoicePacket.Type type, int flags, int generation, boolean clear, int depth, int slot, int burst,
        int seq,
        int timestamp) {
    /// Its length.
    public static final int LENGTH = 16;

    private static final int VERSION = 1;
    private static final int CLEAR = 0x08;
    private static final int FLAGS = 0x07;
    private static final int DEPTH_SHIFT = 4;
    private static final int GENERATION_SHIFT = 6;
    private static final int TWO_BITS = 3;

    static Header of(VoicePacket packet, int generation, boolean clear) {
        return new Header(packet.type(), packet.flags(), generation & TWO_BITS, clear, packet.depth(), packet.slot(),
                packet.burst(), packet.seq(), packet.timestamp());
    }

    /// The header of a datagram, if it has one of this version.
    public static Optional<Header> read(byte[] datagram) {
        if (datagram.length < LENGTH || (datagram[0] & 0xFF) >> 4 != VERSION) {
            return Optional.empty();
        }
        ByteBuffer in = ByteBuffer.wrap(datagram);
        Optional<VoicePacket.Type> type = VoicePacket.Type.of(in.get() & 0x0F);
        int bits = in.get() & 0xFF;
        int slot = in.getShort() & 0xFFFF;
        int burst = in.getInt();
        int seq = in.getInt();
        int timestamp = in.getInt();
        return type.map(known -> new Header(known, bits & FLAGS, bits >> GENERATION_SHIFT & TWO_BITS,
                (bits & CLEAR) != 0, bits >> DEPTH_SHIFT & TWO_BITS, slot, burst, seq, timestamp));
    }

    void write(ByteBuffer out) {
        out.put((byte) (VERSION << 4 | type.code()));
        out.put((byte) (flags | (clear ? CLEAR : 0) | depth << DEPTH_SHIFT | generation << GENERATION_SHIFT));
        out.putShort((short) slot).putInt(burst).putInt(seq).putInt(timestamp);
    }

    boolean isOf(int expected) {
        return generation == (expected & TWO_BITS);
    }
}
