package tincan.voice.codec;

/// Encodes one stream of sound.
public interface VoiceEncoder extends AutoCloseable {
    /// The packet of the next 480 samples.
    byte[] encode(short[] frame);

    @Override
    void close();
}
