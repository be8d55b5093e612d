package tincan.voice.audio;

import java.time.Duration;
import java.util.Optional;

/// A microphone that is open and kept warm, and sends only while its person talks.
public final class Microphone implements AutoCloseable {
    /// How much of what was recorded before a talk may go with it, and after it.
    public static final Duration ROLL = Duration.ofMillis(200);

    /// Opens nothing yet.
    public Microphone(Sound sound, Frames frames, SoundTroubles troubles) {}

    /// Opens it, on a thread of its own, and again whenever it is lost.
    public void start() {}

    /// A talk begins, with the last [#ROLL] that were recorded, from the first sound in them on.
    public void talk() {
        talk(ROLL);
    }

    /// @param preRoll how much of what was recorded before goes with it, at most [#ROLL]
    public void talk(Duration preRoll) {}

    /// The talk ends after [#ROLL] more.
    public void hush() {
        hush(ROLL);
    }

    /// @param tail how much more goes with it, at most [#ROLL]; with none the talk ends with a frame of silence
    public void hush(Duration tail) {}

    /// The loudest sample of the last 100 ms, in dBFS, also while nothing is sent.
    public double level() {
        return Pcm.SILENCE;
    }

    public Optional<Trouble> trouble() {
        return Optional.empty();
    }

    @Override
    public void close() {}
}
