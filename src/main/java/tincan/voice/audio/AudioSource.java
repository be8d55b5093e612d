package tincan.voice.audio;

/// An open microphone. One thread reads it.
public interface AudioSource extends AutoCloseable {

    /// Waits for the next 10 ms.
    ///
    /// @param frame of [Pcm#FRAME] samples, all written
    void read(short[] frame) throws DeviceLost, InterruptedException;

    /// Forgets what was recorded and not read.
    default void flush() {}

    /// Whether exact zeros may come for long and mean nothing, as from a file that has ended.
    default boolean restsSilent() {
        return false;
    }

    @Override
    void close();
}
