package tincan.voice;

import tincan.voice.packet.VoicePacket;

/// Where a member's packets go. Asked on the threads of its microphone and its loudspeaker: it never waits and
/// never throws.
@FunctionalInterface
public interface PacketOut {
    void send(VoicePacket packet);
}
