package tincan.bench;

import java.time.Duration;

/// Durations counted in buckets, each 1/64 of a power of two wide, so that a percentile is off by 1.6 % at most. Owner:
/// one thread.
final class Histogram {
    private static final int FINE = 6;
    private static final int STEPS = 1 << FINE;

    private final long[] counts = new long[(Long.SIZE - FINE) * STEPS];
    private long total;

    /// Counts a duration; a negative one counts as 0.
    void record(long nanos) {
        counts[bucket(Math.max(0, nanos))]++;
        total++;
    }

    /// How many were counted.
    long total() {
        return total;
    }

    /// The duration that a share of all did not exceed.
    ///
    /// @param share from 0 to 1, such as 0.99
    Duration percentile(double share) {
        long rank = Math.max(1, (long) Math.ceil(total * share));
        long seen = 0;
        for (int bucket = 0; bucket < counts.length; bucket++) {
            seen += counts[bucket];
            if (seen >= rank) {
                return Duration.ofNanos(upperEnd(bucket));
            }
        }
        return Duration.ZERO;
    }

    private static int bucket(long nanos) {
        int shift = Math.max(0, Long.SIZE - 1 - FINE - Long.numberOfLeadingZeros(nanos));
        return (shift << FINE) + (int) (nanos >>> shift);
    }

    private static long upperEnd(int bucket) {
        int shift = Math.max(0, (bucket >> FINE) - 1);
        return ((long) (bucket - (shift << FINE)) + 1 << shift) - 1;
    }
}
