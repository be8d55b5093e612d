package tincan.voice.packet;

import java.util.EnumMap;
import java.util.Map;

/// Sees to it that a sender's numbers only grow, type by type.
final class Numbers {
    private final int slot;
    private final Map<VoicePacket.Type, Long> last = new EnumMap<>(VoicePacket.Type.class);

    Numbers(int slot) {
        this.slot = slot;
    }

    void take(VoicePacket packet) {
        if (packet.slot() != slot) {
            throw new IllegalArgumentException("a packet of %d for the sealer of %d".formatted(packet.slot(), slot));
        }
        long seq = Integer.toUnsignedLong(packet.seq());
        if (seq <= last.getOrDefault(packet.type(), -1L)) {
            throw new IllegalStateException("number %d was used".formatted(seq));
        }
        last.put(packet.type(), seq);
    }
}
