package tincan.voice.packet;

import java.util.BitSet;

/// Remembers which of the last 1024 numbers were seen, as IPsec does (RFC 6479); what is older counts as seen.
final class ReplayWindow {
    private static final int SIZE = 1024;

    /// One bit a number, in the place of the number modulo the size.
    private final BitSet seen = new BitSet(SIZE);
    private long highest = -1;

    boolean hasSeen(int seq) {
        long number = Integer.toUnsignedLong(seq);
        return number <= highest - SIZE || (number <= highest && seen.get(place(number)));
    }

    void saw(int seq) {
        long number = Integer.toUnsignedLong(seq);
        for (long skipped = Math.max(highest + 1, number - SIZE + 1); skipped < number; skipped++) {
            seen.clear(place(skipped));
        }
        highest = Math.max(highest, number);
        seen.set(place(number));
    }

    private static int place(long number) {
        return (int) (number % SIZE);
    }
}
