package tincan.voice.audio;

/// Gives what the loudspeaker plays next, on the loudspeaker's thread: it must be done well within a frame, and never
/// throws. It is asked each 10 ms whether or not there is a device, so that what it holds does not grow old.
@FunctionalInterface
public interface Pull {

    /// The next 10 ms.
    ///
    /// @param frame of [Pcm#FRAME] zeros, to be written
    /// @param nowNanos as [System#nanoTime]
    void pull(short[] frame, long nowNanos);
}
