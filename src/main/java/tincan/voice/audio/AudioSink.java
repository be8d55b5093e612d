package tincan.voice.audio;

/// An open loudspeaker. One thread writes to it.
public interface AudioSink extends AutoCloseable {

    /// Waits until there is room for 10 ms, and hands them over.
    ///
    /// @param frame of [Pcm#FRAME] samples, not kept
    void write(short[] frame) throws DeviceLost, InterruptedException;

    /// How often it ran empty since it was opened, so that a gap was heard.
    default int underruns() {
        return 0;
    }

    @Override
    void close();
}
