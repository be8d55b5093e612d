package tincan.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// What stands in each text of the load, at fixed places, so that reading it costs next to nothing: four letters for
/// who said it, sixteen for when it was to be said, then filling.
final class Stamp {
    /// How long each text is, in bytes.
    static final int TEXT = 100;

    private static final int TAG = 4;
    private static final int TIME = 16;

    private Stamp() {}

    /// A text of `sender` without a time.
    static String blank(int sender) {
        byte[] letters = new byte[TAG];
        for (int i = 0; i < TAG; i++) {
            letters[i] = letter(sender >>> 4 * (TAG - 1 - i));
        }
        return new String(letters, StandardCharsets.US_ASCII) + "a".repeat(TIME) + ".".repeat(TEXT - TAG - TIME);
    }

    /// The four letters of `sender` as a number, to be compared with [#tagAt].
    static int tag(int sender) {
        return tagAt(ByteBuffer.wrap(blank(sender).getBytes(StandardCharsets.US_ASCII)), 0);
    }

    /// The four letters of who said the text that begins at `at`.
    static int tagAt(ByteBuffer in, int at) {
        return in.getInt(at);
    }

    /// When the text that begins at `at` was to be said, by [System#nanoTime].
    static long timeAt(ByteBuffer in, int at) {
        long time = 0;
        for (int i = 0; i < TIME; i++) {
            time = time << 4 | in.get(at + TAG + i) - 'a';
        }
        return time;
    }

    /// Writes a time into the text that begins at `at`.
    static void time(ByteBuffer out, int at, long time) {
        for (int i = 0; i < TIME; i++) {
            out.put(at + TAG + i, letter(time >>> 4 * (TIME - 1 - i)));
        }
    }

    private static byte letter(long bits) {
        return (byte) ('a' + (bits & 15));
    }
}
