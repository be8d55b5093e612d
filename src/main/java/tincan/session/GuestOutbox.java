package tincan.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import tincan.room.Limits;
import tincan.room.Outbox;
import tincan.wire.Frame;

/// The outbox behind its lock: whoever types adds, one connection's writer at a time takes, the reader marks delivered.
final class GuestOutbox {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private final Runnable onProgress;
    /// Owner: the lock, as the rest.
    private Outbox outbox = new Outbox();
    private @Nullable GuestWriter writer;
    /// Rung when a text waits to be kept; null where none are.
    private @Nullable Runnable keeperBell;
    /// Texts with higher ids wait to be kept before they go out.
    private long keptThrough = Long.MAX_VALUE;
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
            if (keeperBell != null && id > keptThrough) {
                keeperBell.run();
            } else if (writer != null) {
                writer.wake();
            }
            return new Sending.Accepted(id);
        } finally {
            lock.unlock();
        }
    }

    /// As [Outbox#lastId].
    long lastId() {
        lock.lock();
        try {
            return outbox.lastId();
        } finally {
            lock.unlock();
        }
    }

    Optional<Outbox.Text> next(long id) {
        lock.lock();
        try {
            return outbox.next(id).filter(text -> text.id() <= keptThrough);
        } finally {
            lock.unlock();
        }
    }

    /// From now on a text goes out only once it is [#kept].
    ///
    /// @param onText runs when one waits for that; returns at once
    void withhold(Runnable onText) {
        lock.lock();
        try {
            keeperBell = onText;
            keptThrough = 0;
        } finally {
            lock.unlock();
        }
    }

    /// Goes on where another process ended.
    ///
    /// @return false if something has been said already
    boolean restore(long delivered, List<Outbox.Text> texts) {
        lock.lock();
        try {
            if (outbox.lastId() > 0) {
                return false;
            }
            outbox.restore(delivered, texts);
            return true;
        } finally {
            lock.unlock();
        }
    }

    /// Drops what was restored.
    void empty() {
        lock.lock();
        try {
            outbox = new Outbox();
        } finally {
            lock.unlock();
        }
    }

    /// The texts with an id above `id` that have not come back, in order.
    List<Frame.Say> after(long id) {
        List<Frame.Say> texts = new ArrayList<>();
        lock.lock();
        try {
            for (Optional<Outbox.Text> text = outbox.next(id); text.isPresent(); text = outbox.next(text.get().id())) {
                texts.add(new Frame.Say(text.get().id(), text.get().text()));
            }
        } finally {
            lock.unlock();
        }
        return texts;
    }

    /// Texts up to `id` are in the file: they may go out.
    void kept(long id) {
        lock.lock();
        try {
            keptThrough = id;
            if (writer != null) {
                writer.wake();
            }
        } finally {
            lock.unlock();
        }
    }

    /// A connection begins to carry texts, those above `said`.
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

    /// A connection carries the texts above `said` once more; one that has been replaced does not count.
    void back(GuestWriter carrier, long said) {
        lock.lock();
        try {
            if (!carrier.equals(writer)) {
                return;
            }
            outbox.resume(said);
            moved.signalAll();
        } finally {
            lock.unlock();
        }
        onProgress.run();
    }

    /// Whether texts have gone out that did not come back.
    boolean isUnderWay() {
        lock.lock();
        try {
            return outbox.sentThrough() > outbox.deliveredThrough();
        } finally {
            lock.unlock();
        }
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
