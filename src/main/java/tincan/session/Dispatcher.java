package tincan.session;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tincan.room.Entry;

/// Brings events to a session's listener, on one thread of its own. Events that tell a story keep their order and are
/// bounded: whoever adds to a full queue waits. Of events that only tell how things are now, the newest counts.
final class Dispatcher {
    /// How much may wait for a slow listener, in characters of text and [#EVENT] for each event.
    private static final long CAPACITY = 4L << 20;
    private static final long EVENT = 512;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Condition drained = lock.newCondition();
    /// Owner: the lock.
    private final ArrayDeque<Supplier<SessionEvent>> story = new ArrayDeque<>();
    /// What the events in [#story] weigh. Owner: the lock.
    private long waiting;
    /// Owner: the lock.
    private final Map<Object, Supplier<SessionEvent>> latest = new LinkedHashMap<>();
    /// Owner: the lock.
    private boolean closed;
    private volatile @Nullable Thread thread;
    private volatile Consumer<Object> overhearing = _ -> {
    };

    /// Begins to bring events.
    ///
    /// @param name of the thread
    void start(String name, Consumer<SessionEvent> listener) {
        if (listener.equals(Session.NOBODY)) {
            close();
        } else {
            thread = Thread.ofVirtual().name(name).start(() -> run(listener));
        }
    }

    /// Tells of each event at once, on the thread that adds it, whether or not there is a listener: of its class, or of
    /// the key of one of which the newest counts.
    ///
    /// @param with returns at once
    void overhear(Consumer<Object> with) {
        overhearing = with;
    }

    /// Adds an event that must be seen, waiting while the listener is behind.
    void tell(SessionEvent event) {
        overhearing.accept(event.getClass());
        lock.lock();
        try {
            while (waiting >= CAPACITY && !closed && !Thread.currentThread().equals(thread)) {
                drained.awaitUninterruptibly();
            }
            if (!closed) {
                story.add(() -> event);
                waiting += weight(event);
                changed.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    private static long weight(SessionEvent event) {
        return event instanceof SessionEvent.Arrived arrived && arrived.entry().body() instanceof Entry.Said said
                ? EVENT + said.text().length()
                : EVENT;
    }

    /// Adds an event that may be missed: when many wait already it is dropped. Never waits.
    void offer(SessionEvent event) {
        overhearing.accept(event.getClass());
        lock.lock();
        try {
            if (!closed && waiting < CAPACITY / 2) {
                story.add(() -> event);
                waiting += EVENT;
                changed.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    /// Replaces the event of this `key` that has not been seen yet. Never waits.
    ///
    /// @param now gives the event when it is its turn
    void tellLatest(Object key, Supplier<SessionEvent> now) {
        overhearing.accept(key);
        lock.lock();
        try {
            if (!closed) {
                latest.put(key, now);
                changed.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    /// The same, for an event that says no more than that something changed.
    void tellLatest(SessionEvent event) {
        tellLatest(event.getClass(), () -> event);
    }

    /// Brings what waits and then `last`, and takes no more.
    void end(SessionEvent last) {
        lock.lock();
        try {
            if (!closed) {
                story.addAll(latest.values());
                latest.clear();
                story.add(() -> last);
                close();
            }
        } finally {
            lock.unlock();
        }
    }

    /// Takes no more; what waits is still brought, and then the thread ends.
    void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
            drained.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Waits until everything was brought after the end, but not on the dispatcher's own thread.
    void awaitEnd(long millis) throws InterruptedException {
        Thread running = thread;
        if (running != null && !running.equals(Thread.currentThread())) {
            running.join(millis);
        }
    }

    private void run(Consumer<SessionEvent> listener) {
        try {
            for (List<Supplier<SessionEvent>> batch = take(); !batch.isEmpty(); batch = take()) {
                for (Supplier<SessionEvent> event : batch) {
                    listener.accept(event.get());
                }
            }
        } finally {
            close(); // a listener that throws is gone, and nobody may wait for it
        }
    }

    /// Waits for events and takes them.
    ///
    /// @return what has come, in order; empty when closed and all has been taken
    private List<Supplier<SessionEvent>> take() {
        lock.lock();
        try {
            while (story.isEmpty() && latest.isEmpty() && !closed) {
                changed.await(1, TimeUnit.HOURS);
            }
            List<Supplier<SessionEvent>> batch = new ArrayList<>(story.size() + latest.size());
            batch.addAll(story);
            batch.addAll(latest.values());
            story.clear();
            waiting = 0;
            latest.clear();
            drained.signalAll();
            return batch;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        } finally {
            lock.unlock();
        }
    }
}
