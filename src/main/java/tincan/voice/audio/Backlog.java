package tincan.voice.audio;

import java.util.Arrays;

/// Finds that a microphone has fallen behind. A system keeps what is not read in time, and does not say so: from then
/// on all is heard late. It shows only in this, that frames come later by the clock than they did at best lately. (A
/// device's clock is never quite the computer's, so "at best" is not for ever.) Owner: the microphone's thread.
final class Backlog {
    private static final long MOST = 6 * Pcm.FRAME_NANOS;
    private static final int SPANS = 10;
    private static final int FRAMES_IN_SPAN = 100;

    /// The smallest lateness of each of the last spans.
    private final long[] least = new long[SPANS];
    private long begin;
    private long frames;

    Backlog() {
        restart();
    }

    /// Takes note of a frame that was read now.
    ///
    /// @return whether it is more than 60 ms later than the best of the last ten seconds
    boolean grows(long nowNanos) {
        if (frames == 0) {
            begin = nowNanos;
        }
        long late = nowNanos - begin - frames * Pcm.FRAME_NANOS;
        int span = (int) (frames / FRAMES_IN_SPAN % SPANS);
        if (frames % FRAMES_IN_SPAN == 0) {
            least[span] = Long.MAX_VALUE;
        }
        least[span] = Math.min(least[span], late);
        frames++;
        return late - Arrays.stream(least).min().orElse(late) > MOST;
    }

    /// What waited is thrown away: the next frame is on time.
    void restart() {
        Arrays.fill(least, Long.MAX_VALUE);
        frames = 0;
    }
}
