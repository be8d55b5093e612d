package tincan.voice.audio;

import java.time.Duration;

/// The beat of 10 ms where no device gives one. Owner: one thread.
final class Pace {
    /// So late, the computer was asleep or somebody waited: nothing is made up for.
    private static final long LATE_NANOS = 10 * Pcm.FRAME_NANOS;

    private long next = System.nanoTime() + Pcm.FRAME_NANOS;

    void await() throws InterruptedException {
        long left = next - System.nanoTime();
        if (left > 0) {
            Thread.sleep(Duration.ofNanos(left));
        } else if (left < -LATE_NANOS) {
            next = System.nanoTime();
        }
        next += Pcm.FRAME_NANOS;
    }
}
