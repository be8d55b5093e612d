package tincan.voice.codec;

/// Decodes one stream of packets.
public interface VoiceDecoder extends AutoCloseable {
    /// The 480 samples of a packet. What is no packet of 10 ms is heard as one that was lost.
    short[] decode(byte[] packet);

    /// 480 samples in place of a packet that was lost, from what was heard before it.
    short[] conceal();

    @Override
    void close();
}
