package tincan.voice.codec;

/// Turns sound into packets of a few dozen bytes and back. Thread-safe; what it makes is for one thread at a time.
public interface VoiceCodec {
    /// What a second of speech takes, in bits.
    int BITRATE = 32_000;

    VoiceEncoder encoder(int bitrate);

    VoiceDecoder decoder();

    /// Which one this is, for who wants to know.
    String name();

    /// libopus if it is here, else Concentus. The first call loads it.
    static VoiceCodec best() {
        return BestCodec.FOUND;
    }
}
