package tincan.voice.audio;

import java.util.Optional;

/// Plays what it is given each 10 ms, with tones and one clip over it.
public final class Loudspeaker implements AutoCloseable {

    /// Opens nothing yet.
    public Loudspeaker(Sound sound, Pull pull, SoundTroubles troubles) {}

    /// Opens it, on a thread of its own, and again whenever it is lost.
    public void start() {}

    /// Plays a tone at once, instead of one that still sounds.
    public void tone(Tone tone) {}

    /// Plays a clip at once, instead of one that still plays.
    ///
    /// @param over called when it is over, or stopped, on the loudspeaker's thread
    public void play(Clip clip, Runnable over) {}

    public void stopPlaying() {}

    /// The loudest sample of the last 100 ms, in dBFS.
    public double level() {
        return Pcm.SILENCE;
    }

    /// How often it ran empty since it was started.
    public int underruns() {
        return 0;
    }

    public Optional<Trouble> trouble() {
        return Optional.empty();
    }

    @Override
    public void close() {}
}
