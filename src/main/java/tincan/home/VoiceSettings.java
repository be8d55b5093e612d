package tincan.home;

import java.util.HashSet;
import java.util.Set;

/// What the user chose for talking.
///
/// @param microphone the name of the device; empty for the system's own choice
/// @param loudspeaker the name of the device; empty for the system's own choice
/// @param tones those that are played
/// @param key that is held to talk
public record VoiceSettings(String microphone, String loudspeaker, Set<TurnTone> tones, TalkKey key) {
    /// What holds before anything was chosen.
    public static final VoiceSettings USUAL = new VoiceSettings("", "", TurnTone.all(), TalkKey.F8);

    public VoiceSettings {
        tones = Set.copyOf(tones);
    }

    public VoiceSettings withMicrophone(String now) {
        return new VoiceSettings(now, loudspeaker, tones, key);
    }

    public VoiceSettings withLoudspeaker(String now) {
        return new VoiceSettings(microphone, now, tones, key);
    }

    /// With this tone played, or not.
    public VoiceSettings withTone(TurnTone tone, boolean played) {
        Set<TurnTone> now = new HashSet<>(tones);
        if (played) {
            now.add(tone);
        } else {
            now.remove(tone);
        }
        return new VoiceSettings(microphone, loudspeaker, now, key);
    }

    public VoiceSettings withKey(TalkKey now) {
        return new VoiceSettings(microphone, loudspeaker, tones, now);
    }
}
