package tincan.session;

import java.util.OptionalLong;

/// Lets time pass for a floor: calls when something is due, on a thread of its own. Any thread may set what is due.
final class FloorClock {
    private final Doorbell bell = new Doorbell();
    private final Runnable tick;
    /// By [System#nanoTime]; only of meaning while [#waiting].
    private volatile long dueAt;
    private volatile boolean waiting;
    private volatile boolean closed;

    /// @param tick is called when something is due, perhaps too early
    FloorClock(Runnable tick) {
        this.tick = tick;
    }

    void start(String thread) {
        Thread.ofVirtual().name(thread).start(this::run);
    }

    private void run() {
        while (!closed) {
            if (waiting) {
                bell.await(dueAt - System.nanoTime());
            } else {
                bell.await();
            }
            if (!closed && waiting && System.nanoTime() - dueAt >= 0) {
                waiting = false;
                tick.run();
            }
        }
    }

    /// Something is due in so long, or nothing is.
    void due(OptionalLong nanos) {
        if (nanos.isPresent()) {
            dueAt = System.nanoTime() + nanos.getAsLong();
        }
        waiting = nanos.isPresent();
        bell.ring();
    }

    void close() {
        closed = true;
        bell.ring();
    }
}
