package tincan.voice.packet;

/// Seals nothing: the packets of an open lesson are readable.
final class ClearSealer implements Sealer {
    private final Numbers numbers;
    private final int generation;

    ClearSealer(int slot, int generation) {
        this.numbers = new Numbers(slot);
        this.generation = generation;
    }

    @Override
    public byte[] seal(VoicePacket packet) {
        numbers.take(packet);
        return PacketCodec.clear(packet, generation);
    }
}
