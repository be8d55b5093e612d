package tincan.voice.packet;

import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import tincan.voice.packet.Drops.Reason;

/// Looks at the header, then at the seal, and only then lets a number count as seen: otherwise a forged packet with a
/// high number would make all genuine ones too old.
final class WindowedOpener implements Opener {
    private final int slot;
    private final int generation;
    private final Body body;
    private final Drops drops;
    private final Map<VoicePacket.Type, ReplayWindow> windows = new EnumMap<>(VoicePacket.Type.class);

    WindowedOpener(int slot, int generation, Body body, Drops drops) {
        this.slot = slot;
        this.generation = generation;
        this.body = body;
        this.drops = drops;
    }

    @Override
    public Optional<VoicePacket> open(byte[] datagram) {
        Optional<Header> header = datagram.length > Aes.LONGEST ? Optional.empty() : Header.read(datagram);
        return header.isPresent() ? open(header.get(), datagram) : drop(Reason.MALFORMED);
    }

    private Optional<VoicePacket> open(Header header, byte[] datagram) {
        ReplayWindow window = windows.computeIfAbsent(header.type(), _ -> new ReplayWindow());
        if (header.slot() != slot || header.clear() != body.isClear()) {
            return drop(Reason.FOREIGN);
        }
        if (!header.isOf(generation)) {
            return drop(Reason.OLD_GENERATION);
        }
        if (window.hasSeen(header.seq())) {
            return drop((header.flags() & VoicePacket.LAST) != 0 ? Reason.COPY : Reason.REPLAYED);
        }
        return body.of(header, datagram).map(bytes -> genuine(header, bytes, window))
                .orElseGet(() -> drop(Reason.FORGED));
    }

    private Optional<VoicePacket> genuine(Header header, byte[] bytes, ReplayWindow window) {
        Optional<VoicePacket> packet = PacketCodec.packet(header, ByteBuffer.wrap(bytes));
        if (packet.isEmpty()) {
            return drop(Reason.MALFORMED);
        }
        window.saw(header.seq());
        return packet;
    }

    private Optional<VoicePacket> drop(Reason reason) {
        drops.count(reason);
        return Optional.empty();
    }
}
