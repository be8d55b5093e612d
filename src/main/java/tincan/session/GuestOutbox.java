package tincan.session;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import tincan.room.Limits;
import tincan.room.Outbox;

/// The outbox behind its lock: whoever types adds, one connection's writer at a time takes, the reader marks delivered.
final class GuestOutbox {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private final Runnable onProgress;
    /// Owner: the lock, as the rest.
    private final Outbox outbox = new Outbox();
    private @Nullable GuestWriter writer;
    private boolean closed;

    GuestOutbox(Runnable onProgress) {
        this.onProgress = onProgress;
    }

    Sending add(String text) {
        if (text.isEmpty()) {
            return new Sending.Rejected(Sending.Why.EMPTY);
        }
        if (!Limits.fits(text)) {
            return new Sending.Rejected(Sending.Why.TOO_LONG);
        }
        lock.lock();
        try {
            if (closed) {
                return new Sending.Rejected(Sending.Why.CLOSED);
            }
            if (!outbox.hasRoom()) {
                return new Sending.Rejected(Sending.Why.TOO_MUCH_WAITING);
            }
            long id = outbox.add(text);
            if (writer != null) {
                writer.wake();
            }
            return new Sending.Accepted(id);
        } finally {
            lock.unlock();
        }
    }

    Optional<Outbox.Text> next(long id) {
        lock.lock();
        try {
            return outbox.next(id);
        } finally {
            lock.unlock();
        }
    }

    /// A connection begins to carry texts.
    void resume(GuestWriter carrier, long said) {
        lock.lock();
        try {
            writer = carrier;
            outbox.resume(said);
        } finally {
            lock.unlock();
        }
        onProgress.run();
    }

    /// A connection has carried every text up to `id`; one that has been replaced does not count.
    void sent(GuestWriter carrier, long id) {
        lock.lock();
        try {
            if (!carrier.equals(writer)) {
                return;
            }
            outbox.sent(id);
        } finally {
            lock.unlock();
        }
        onProgress.run();
    }

    void delivered(long id) {
        lock.lock();
        try {
            outbox.delivered(id);
            moved.signalAll();
        } finally {
            lock.unlock();
        }
        onProgress.run();
    }

    SessionEvent.Progress progress() {
        lock.lock();
        try {
            return new SessionEvent.Progress(outbox.sentThrough(), outbox.deliveredThrough());
        } finally {
            lock.unlock();
        }
    }

    /// Waits for room for another text.
    ///
    /// @return false if the session is closed
    boolean awaitRoom() throws InterruptedException {
        lock.lock();
        try {
            while (!outbox.hasRoom() && !closed) {
                moved.await();
            }
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    /// Waits until everything said came back, as long as more of it does within `patience`.
    ///
    /// @param worthWaiting whether it still may
    void awaitDelivered(long patienceMillis, BooleanSupplier worthWaiting) throws InterruptedException {
        lock.lock();
        try {
            long before = -1;
            while (!outbox.isEmpty() && worthWaiting.getAsBoolean() && outbox.deliveredThrough() > before) {
                before = outbox.deliveredThrough();
                long left = TimeUnit.MILLISECONDS.toNanos(patienceMillis);
                while (left > 0 && worthWaiting.getAsBoolean() && !outbox.isEmpty()
                        && outbox.deliveredThrough() == before) {
                    left = moved.awaitNanos(left);
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /// Takes no more texts.
    void close() {
        lock.lock();
        try {
            closed = true;
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
