package tincan;

import java.util.Optional;
import tincan.session.Voice;
import tincan.session.VoicePath;
import tincan.voice.audio.Trouble;

/// What of a voice is worth a line: how its packets go, and which device does not work.
record VoiceState(VoicePath path, Optional<Trouble> microphone, Optional<Trouble> loudspeaker) {
    /// Before anything was told.
    static final VoiceState NONE = new VoiceState(VoicePath.NONE, Optional.empty(), Optional.empty());

    static VoiceState of(Voice voice) {
        return new VoiceState(voice.path(), voice.microphoneTrouble(), voice.loudspeakerTrouble());
    }
}
