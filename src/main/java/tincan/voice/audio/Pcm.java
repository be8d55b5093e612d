package tincan.voice.audio;

/// The one form that sound has in this program, and its arithmetic.
public final class Pcm {
    /// Samples a second.
    public static final int RATE = 48_000;
    /// Samples in a frame, which lasts 10 ms.
    public static final int FRAME = 480;
    /// What a frame lasts.
    public static final long FRAME_NANOS = 10_000_000;

    /// What stands for the level of no sound at all, in dBFS: a little below the smallest that 16 bits can hold.
    public static final double SILENCE = -96;

    static final int FRAME_BYTES = 2 * FRAME;

    private Pcm() {}

    /// The loudest sample as a level in dBFS: 0 is the loudest there is, [#SILENCE] is none.
    public static double peak(short[] samples) {
        int loudest = 0;
        for (short each : samples) {
            loudest = Math.max(loudest, Math.abs((int) each));
        }
        return loudest == 0 ? SILENCE : 20 * Math.log10(loudest / 32768.0);
    }

    /// Adds a sound to another, from an index of the added one on; what is too loud is cut off.
    static void add(short[] added, int from, short[] to) {
        int count = Math.min(to.length, added.length - from);
        for (int i = 0; i < count; i++) {
            to[i] = (short) Math.clamp(to[i] + added[from + i], Short.MIN_VALUE, Short.MAX_VALUE);
        }
    }

    static void fromBytes(byte[] bytes, short[] samples) {
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) ((bytes[2 * i] & 0xFF) | (bytes[2 * i + 1] << 8));
        }
    }

    static void toBytes(short[] samples, byte[] bytes) {
        for (int i = 0; i < samples.length; i++) {
            bytes[2 * i] = (byte) samples[i];
            bytes[2 * i + 1] = (byte) (samples[i] >> 8);
        }
    }
}
