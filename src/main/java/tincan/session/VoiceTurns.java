package tincan.session;

import tincan.voice.packet.VoicePacket;

/// What a host's floor says to voice. Any thread; returns at once.
interface VoiceTurns {
    /// Whether a voice packet may be heard now: everybody's where there is no floor, otherwise the holder's, in its
    /// turn. Takes note that the holder speaks.
    boolean mayBeHeard(VoicePacket packet, long now);
}
