package tincan.voice.play;

import java.util.Arrays;

/// The smallest of the values of the last ten seconds, or a little less, in a fixed amount of memory.
final class SlidingMinimum {
    private static final int PARTS = 10;
    private static final long PART_NANOS = 1_000_000_000L;

    private final long[] smallest = new long[PARTS];
    private long part;

    SlidingMinimum() {
        clear();
    }

    void clear() {
        part = Long.MIN_VALUE; // a time may be negative
        Arrays.fill(smallest, Long.MAX_VALUE);
    }

    void add(long value, long nowNanos) {
        long now = Math.floorDiv(nowNanos, PART_NANOS);
        for (long p = Math.max(part + 1, now - PARTS + 1); p <= now; p++) {
            smallest[place(p)] = Long.MAX_VALUE;
        }
        part = Math.max(part, now);
        smallest[place(part)] = Math.min(smallest[place(part)], value);
    }

    /// The smallest; there must have been one.
    long get() {
        return Arrays.stream(smallest).min().getAsLong();
    }

    private static int place(long part) {
        return (int) Math.floorMod(part, (long) PARTS);
    }
}
