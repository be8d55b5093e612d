package tincan;

import java.util.Optional;
import tincan.session.Voice;
import tincan.session.VoicePath;
import tincan.voice.audio.Trouble;

/// What of a voice is worth a line: how its packets go, which device does not work, and whether the microphone was
/// muted by the end of turns.
record VoiceState(VoicePath path, Optional<Trouble> microphone, Optional<Trouble> loudspeaker, boolean quieted) {
    /// Before anything was told.
    static final VoiceState NONE = new VoiceState(VoicePath.NONE, Optional.empty(), Optional.empty(), false);

    static VoiceState of(Voice voice) {
        return new VoiceState(voice.path(), voice.microphoneTrouble(), voice.loudspeakerTrouble(), voice.quieted());
    }
}
