package tincan.voice.codec;

/// Looks for libopus once.
final class BestCodec {
    static final VoiceCodec FOUND = NativeOpus.find().<VoiceCodec>map(found -> found).orElseGet(ConcentusOpus::new);

    private BestCodec() {}
}
