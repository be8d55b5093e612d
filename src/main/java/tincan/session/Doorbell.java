package tincan.session;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// Lets one thread sleep until any other rings. A ring while it is awake is remembered, and however many come while it
/// sleeps, only one wakes it.
final class Doorbell {
    private static final int QUIET = 0;
    private static final int RUNG = 1;
    private static final int ASLEEP = 2;

    private final AtomicInteger state = new AtomicInteger(QUIET);
    /// Set by the sleeper before it says that it sleeps.
    private volatile @Nullable Thread sleeper;

    /// Wakes the sleeper, or keeps it from falling asleep. From any thread.
    void ring() {
        if (state.get() != RUNG && state.getAndSet(RUNG) == ASLEEP) {
            LockSupport.unpark(sleeper);
        }
    }

    /// Sleeps until somebody rings; returns at once if somebody has since the last call. For one thread only. A sleep
    /// without an end is much cheaper than a long one, which keeps a timer.
    void await() {
        sleeper = Thread.currentThread();
        if (state.compareAndSet(QUIET, ASLEEP)) {
            while (state.get() == ASLEEP && !Thread.currentThread().isInterrupted()) {
                LockSupport.park(this);
            }
        }
        state.set(QUIET);
    }

    /// The same for a limited time. For one thread only.
    ///
    /// @param nanos the longest sleep; 0 or less does not sleep
    void await(long nanos) {
        sleeper = Thread.currentThread();
        long end = System.nanoTime() + nanos;
        long left = nanos;
        if (state.compareAndSet(QUIET, ASLEEP)) {
            while (state.get() == ASLEEP && left > 0 && !Thread.currentThread().isInterrupted()) {
                LockSupport.parkNanos(this, left);
                left = end - System.nanoTime();
            }
        }
        state.set(QUIET);
    }
}
