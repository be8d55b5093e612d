package tincan.room.floor;

import java.util.concurrent.TimeUnit;

/// The times of floor control, in nanoseconds.
final class Timing {
    /// For how long a grant holds without being renewed.
    static final long LEASE = TimeUnit.MILLISECONDS.toNanos(1500);
    /// How much longer the server waits, so that the participant has stopped before, whatever their clocks do.
    static final long MARGIN = TimeUnit.MILLISECONDS.toNanos(300);
    /// How often a grant is renewed.
    static final long RENEWAL = TimeUnit.MILLISECONDS.toNanos(500);
    /// How often who waits asks again, should an answer have been lost.
    static final long REPEAT = TimeUnit.SECONDS.toNanos(1);
    /// So long before its turn ends the holder is warned.
    static final long WARNING = TimeUnit.SECONDS.toNanos(5);
    /// So long does a holder whose turn was as long as one may be not get the floor again, if others wait.
    static final long PENALTY = TimeUnit.SECONDS.toNanos(1);
    /// After so long without its voice a holder that has spoken loses the floor.
    static final long SILENCE = TimeUnit.SECONDS.toNanos(2);

    private Timing() {}

    /// In whole milliseconds, 0 at the least.
    static int millis(long nanos) {
        return (int) Math.max(0, TimeUnit.NANOSECONDS.toMillis(nanos));
    }
}
