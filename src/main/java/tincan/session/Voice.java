package tincan.session;

import java.util.Optional;
import java.util.Set;
import tincan.voice.Transmission;
import tincan.voice.audio.Tone;
import tincan.voice.audio.Trouble;

/// A member's part in the voice of a session, from [Session#joinVoice] to [Session#leaveVoice]. All methods may be
/// called from any thread and return at once. What they tell may change at any time; [SessionEvent.VoiceChanged] says
/// so, but for levels.
public interface Voice {

    /// Keeps the microphone off in chat mode, or on again. In walkie-talkie mode the key alone counts.
    void mute(boolean muted);

    boolean muted();

    /// Whether it is muted because turns ended while its person neither talked nor had opened it in a chat before.
    default boolean quieted() {
        return false;
    }

    /// The key is pressed or released. In walkie-talkie mode a press asks for the floor, and the microphone is sent as
    /// soon as that is granted; in chat mode it does nothing.
    void talk(boolean pressed);

    /// Plays these tones for the turns, and no others. At first it plays all.
    default void tones(Set<Tone> played) {
        // there are none
    }

    VoicePath path();

    /// The loudest of what the microphone heard just now, 0 to 1.
    double level();

    /// The members who are heard right now, this one included while its microphone is sent.
    Set<Integer> talkers();

    Optional<Trouble> microphoneTrouble();

    Optional<Trouble> loudspeakerTrouble();

    /// What was said while the floor was held in this epoch, if it is still kept.
    Optional<Transmission> transmission(long epoch);

    /// Plays a transmission again, for this member alone, instead of one that still plays. Tells
    /// [SessionEvent.VoiceChanged] when it begins and when it is over.
    void play(long epoch);

    void stopPlaying();

    /// The epoch whose transmission is played again now; 0 if none is.
    long playing();
}
