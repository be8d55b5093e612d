package tincan.lab.socket;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import tincan.trace.EventLog;
import tincan.trace.TraceEvent.Note;

/// The [Faults] that hold now. Each change is told in the log. Any thread may use it.
public final class Conditions {
    /// Under this name the log tells what was changed.
    public static final String CONNECTION = "lab";

    private final EventLog log;
    private final RandomGenerator random;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition woken = lock.newCondition();
    private volatile Faults now = Faults.NONE;

    Conditions(EventLog log, RandomGenerator random) {
        this.log = log;
        this.random = random;
    }

    /// From now on these go wrong.
    public void set(Faults faults) {
        now = faults;
        log.append(CONNECTION, new Note(faults.toString()));
        wake();
    }

    /// What goes wrong now.
    public Faults faults() {
        return now;
    }

    /// How long this send waits.
    Duration delay() {
        Faults faults = now;
        long jitter = faults.jitter().toNanos();
        return jitter == 0 ? faults.delay() : faults.delay().plusNanos(roll(jitter));
    }

    /// Whether it happens to this one, which happens to so many in a hundred.
    boolean happens(int percent) {
        return percent > 0 && roll(100) < percent;
    }

    private long roll(long bound) {
        lock.lock();
        try {
            return random.nextLong(bound);
        } finally {
            lock.unlock();
        }
    }

    /// Waits as long as a send has to, unless its socket is closed or no delay is wanted any more.
    void hold(BooleanSupplier open) {
        long until = System.nanoTime() + delay().toNanos();
        lock.lock();
        try {
            for (long left = until - System.nanoTime(); left > 0 && open.getAsBoolean()
                    && now.delay().plus(now.jitter()).isPositive(); left = until - System.nanoTime()) {
                if (!woken.await(left, TimeUnit.NANOSECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    void wake() {
        lock.lock();
        try {
            woken.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
