package tincan.voice.packet;

/// Seals by [Aes].
final class AesSealer implements Sealer {
    private final Numbers numbers;
    private final Aes aes;

    AesSealer(int slot, Aes aes) {
        this.numbers = new Numbers(slot);
        this.aes = aes;
    }

    @Override
    public byte[] seal(VoicePacket packet) {
        numbers.take(packet);
        return aes.seal(packet);
    }
}
