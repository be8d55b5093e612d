package tincan.home;

/// What the user chose for talking.
///
/// @param microphone the name of the device; empty for the system's own choice
/// @param loudspeaker the name of the device; empty for the system's own choice
/// @param tones whether a turn begins and ends with a tone
/// @param key that is held to talk
public record VoiceSettings(String microphone, String loudspeaker, boolean tones, TalkKey key) {
    /// What holds before anything was chosen.
    public static final VoiceSettings USUAL = new VoiceSettings("", "", true, TalkKey.F8);

    public VoiceSettings withMicrophone(String now) {
        return new VoiceSettings(now, loudspeaker, tones, key);
    }

    public VoiceSettings withLoudspeaker(String now) {
        return new VoiceSettings(microphone, now, tones, key);
    }

    public VoiceSettings withTones(boolean now) {
        return new VoiceSettings(microphone, loudspeaker, now, key);
    }

    public VoiceSettings withKey(TalkKey now) {
        return new VoiceSettings(microphone, loudspeaker, tones, now);
    }
}
