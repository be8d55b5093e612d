package tincan.voice;

import tincan.voice.packet.VoicePacket;

/// Where a member's packets go. Asked on the threads of its microphone and its loudspeaker: it never waits and
/// never throws.
@FunctionalInterface
public interface PacketOut {
    void send(VoicePacket packet);

    /// Whether a voice packet would go out now. One that would not is never made: its number would count as lost.
    ///
    /// @param burst the turn that it is said in; 0 where everybody may talk
    default boolean takesVoice(int burst) {
        return true;
    }
}
