package tincan.session;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Those who follow the log of a room, and whether speakers wait for them. When one lags far, whoever speaks waits
/// until it has caught up or is cut: so memory stays bounded, and nobody who can keep up loses anything. Any thread.
final class Followers {
    /// A lag at which speakers begin to wait, in bytes of log.
    static final long LAG_HIGH = 4L << 20;
    /// A lag at which they go on.
    static final long LAG_LOW = 1L << 20;
    /// After so many the waker lets them and the readers run: whoever is woken later writes more at once.
    private static final int WOKEN_AT_ONCE = 16;

    private final List<Follower> followers = new CopyOnWriteArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition caughtUp = lock.newCondition();
    /// Whether speakers wait for a follower.
    private volatile boolean held;
    private volatile boolean closed;

    /// Somebody with a place in the log.
    interface Follower {
        /// How many bytes of the log it has not passed.
        long behind();

        /// There is something new. Returns at once.
        void wake();
    }

    void add(Follower follower) {
        followers.add(follower);
    }

    void remove(Follower follower) {
        followers.remove(follower);
        catchUp();
    }

    /// There is something new. One thread alone calls this.
    @SuppressWarnings("ThreadPriorityCheck") // nothing depends on the yield but how much each write carries
    void wakeAll() {
        long most = 0;
        int woken = 0;
        for (Follower follower : followers) {
            follower.wake();
            most = Math.max(most, follower.behind());
            if (++woken % WOKEN_AT_ONCE == 0) {
                Thread.yield();
            }
        }
        lags(most);
    }

    /// A follower is so far behind: lets speakers wait if that is too far.
    void lags(long behind) {
        if (behind > LAG_HIGH && !held) {
            held = true;
            catchUp(); // those behind may have caught up before they could see it
        }
    }

    /// Waits while a follower is too far behind, for speakers.
    void await() throws InterruptedException {
        if (!held) {
            return;
        }
        lock.lock();
        try {
            while (held && !closed) {
                caughtUp.await(1, TimeUnit.SECONDS);
            }
        } finally {
            lock.unlock();
        }
    }

    /// Whether speakers wait.
    boolean isHeld() {
        return held;
    }

    /// A follower has moved on or gone: lets speakers go on if all are near enough. Cheap while nobody waits.
    void catchUp() {
        if (held && followers.stream().allMatch(follower -> follower.behind() < LAG_LOW)) {
            release();
        }
    }

    private void release() {
        held = false;
        lock.lock();
        try {
            caughtUp.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Nobody waits any more.
    void close() {
        closed = true;
        release();
    }
}
