package tincan.voice.codec;

/// What both codecs agree on.
final class Opus {
    /// Samples a second.
    static final int RATE = 48_000;
    /// Samples a packet.
    static final int FRAME = 480;
    /// Bytes of a packet at the most; 10 ms at 32 kbit/s are about 40.
    static final int LONGEST = 400;

    private Opus() {}

    static short[] checked(short[] frame) {
        if (frame.length != FRAME) {
            throw new IllegalArgumentException("a frame of %d samples".formatted(frame.length));
        }
        return frame;
    }

    /// Whether the first byte (RFC 6716, section 3.1) says that these are 10 ms of sound in one frame.
    static boolean isFrame(byte[] packet) {
        if (packet.length == 0 || packet.length > LONGEST || (packet[0] & 3) != 0) {
            return false;
        }
        int configuration = (packet[0] & 0xFF) >> 3;
        int place = configuration & 3;
        // speech below 12, both ways of coding below 16: 10 ms is the first of its durations; above, the third of four
        return configuration < 12 ? place == 0 : configuration < 16 ? (configuration & 1) == 0 : place == 2;
    }
}
