package tincan.voice.audio;

/// Takes what the microphone records while its person talks, on the microphone's thread: it must be done well within a
/// frame, and never throws.
@FunctionalInterface
public interface Frames {

    /// A frame of a talk.
    ///
    /// @param frame of [Pcm#FRAME] samples; it is the taker's
    /// @param first it begins a talk
    /// @param last it ends the talk; at least one frame lies between two talks' ends, and a talk may be one frame
    void frame(short[] frame, boolean first, boolean last);
}
