package tincan.voice.audio;

/// A sound with an end that is played beside the others, such as a transmission heard again. Asked on the
/// loudspeaker's thread.
@FunctionalInterface
public interface Clip {

    /// The next 10 ms of it.
    ///
    /// @param frame of [Pcm#FRAME] zeros, to be written
    /// @return whether there was anything; if not, it is over, and the frame is not played
    boolean next(short[] frame);
}
