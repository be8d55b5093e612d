package tincan.voice.audio;

import java.util.Optional;

/// Is told what keeps a microphone or a loudspeaker from working, and when it works. Told by its thread, each time that
/// it is something else.
@FunctionalInterface
public interface SoundTroubles {

    /// Something else keeps it from working now, or nothing does.
    ///
    /// @param trouble empty when sound comes or goes again
    void soundTrouble(Optional<Trouble> trouble);
}
