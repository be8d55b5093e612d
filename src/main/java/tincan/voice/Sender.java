package tincan.voice;

import tincan.voice.packet.RedPacker;
import tincan.voice.packet.VoicePacket;

/// Numbers what one member sends, as long as its session lasts: under one key no number may be used twice, whatever is
/// joined and left meanwhile. For the same reason it is here that a member stays muted. Thread-safe.
public final class Sender {
    private final int slot;
    private final RedPacker packer;
    private int probes;
    private int reports;
    private volatile boolean muted;

    /// @param slot the member's number
    public Sender(int slot) {
        this.slot = slot;
        this.packer = new RedPacker(slot);
    }

    public int slot() {
        return slot;
    }

    /// Where everybody may talk, nothing is sent while this is so.
    public void mute(boolean now) {
        muted = now;
    }

    public boolean isMuted() {
        return muted;
    }

    /// The next voice packet, as [RedPacker#pack].
    public synchronized VoicePacket voice(byte[] opus, int flags, int burst, int depth) {
        return packer.pack(opus, flags, burst, depth);
    }

    /// The next ping or pong.
    public synchronized VoicePacket probe(VoicePacket.Type type, byte[] body) {
        return VoicePacket.of(type, slot, probes++, body);
    }

    /// The next report.
    public synchronized VoicePacket report(byte[] body) {
        return VoicePacket.of(VoicePacket.Type.REPORT, slot, reports++, body);
    }
}
