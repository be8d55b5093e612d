package tincan.ui;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import tincan.session.Session;

/// Sessions on their way out: leaving takes a moment, and the window does not wait for it. Any thread.
public final class Farewells {
    private final Executor background;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition allGone = lock.newCondition();
    /// Owner: the lock.
    private int underWay;

    public Farewells(Executor background) {
        this.background = background;
    }

    /// Begins to leave `session`.
    public void leave(Session session) {
        count(1);
        background.execute(() -> {
            try {
                session.leave();
            } finally {
                count(-1);
            }
        });
    }

    /// Blocks until all sessions are left, or until `most` is over.
    public void await(Duration most) {
        lock.lock();
        try {
            long left = most.toNanos();
            while (underWay > 0 && left > 0) {
                left = allGone.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    private void count(int more) {
        lock.lock();
        try {
            underWay += more;
            if (underWay == 0) {
                allGone.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }
}
