package tincan.voice.play;

import tincan.voice.packet.VoicePacket;

/// Learns from when packets come how long it is worth waiting for one: so long that 97 of 100 are there in time. How
/// much later than the quickest a packet comes is what counts, so no clocks need agree. Not thread-safe.
final class DelayEstimator {
    static final long MILLISECOND = 1_000_000;

    private static final double ENOUGH = 0.97;
    private static final double FORGETTING = 0.995;
    /// Before so many packets all count alike.
    private static final int LEARNING = 200;
    private static final int BINS = 150;
    private static final long BIN = 2 * MILLISECOND;
    private static final long MARGIN = 5 * MILLISECOND;
    private static final long SHORTEST = 10 * MILLISECOND;
    private static final long LONGEST = 300 * MILLISECOND;
    /// Packets that come closer than this waited for the same thing, and tell of it once.
    private static final long TOGETHER = MILLISECOND / 2;

    private final double[] shares = new double[BINS];
    private final SlidingMinimum quickest = new SlidingMinimum();
    private int learned;
    private long last;

    /// A burst begins: its numbers are at other times than those before.
    void restart() {
        quickest.clear();
    }

    /// The packet `seq` has come.
    void arrived(long seq, long nowNanos) {
        long way = nowNanos - seq * VoicePacket.FRAME_NANOS;
        quickest.add(way, nowNanos);
        if (learned > 0 && nowNanos - last < TOGETHER) {
            return;
        }
        last = nowNanos;
        learn((int) Math.min((way - quickest.get()) / BIN, BINS - 1));
    }

    private void learn(int bin) {
        double keep = learned < LEARNING ? learned / (learned + 1.0) : FORGETTING;
        learned++;
        for (int i = 0; i < BINS; i++) {
            shares[i] *= keep;
        }
        shares[bin] += 1 - keep;
    }

    /// When the frame `seq` would be here, had it come the quickest way.
    long quickest(long seq) {
        return quickest.get() + seq * VoicePacket.FRAME_NANOS;
    }

    /// How long after that it should be heard.
    ///
    /// @param depth frames that come again with later packets, if that is needed
    long target(int depth) {
        long wait = VoicePacket.FRAME_NANOS + spread() + MARGIN + depth * VoicePacket.FRAME_NANOS;
        return Math.clamp(wait, SHORTEST, LONGEST);
    }

    private long spread() {
        double sum = 0;
        for (int i = 0; i < BINS; i++) {
            sum += shares[i];
            if (sum >= ENOUGH) {
                return (i + 1) * BIN;
            }
        }
        return learned == 0 ? 0 : BINS * BIN;
    }
}
