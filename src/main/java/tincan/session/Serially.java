package tincan.session;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Does one thing after another, on a thread of its own, so that whoever asks holds no lock of anybody's meanwhile.
/// What is done returns at once, so little ever waits.
final class Serially {
    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
    private final Doorbell bell = new Doorbell();
    private volatile boolean closed;

    /// Begins.
    ///
    /// @param thread its name
    void start(String thread) {
        Thread.ofVirtual().name(thread).start(this::work);
    }

    private void work() {
        while (true) {
            boolean last = closed;
            for (Runnable next = waiting.poll(); next != null; next = waiting.poll()) {
                take(next);
            }
            if (last) {
                return;
            }
            bell.await();
        }
    }

    /// A fault in one thing is told as if it had ended the thread; the others are done all the same.
    private static void take(Runnable next) {
        try {
            next.run();
        } catch (RuntimeException e) {
            Thread here = Thread.currentThread();
            here.getUncaughtExceptionHandler().uncaughtException(here, e);
        }
    }

    /// Has something done soon. Any thread.
    void run(Runnable action) {
        if (!closed) {
            waiting.add(action);
            bell.ring();
        }
    }

    /// Does what waits, and then no more.
    void close() {
        closed = true;
        bell.ring();
    }
}
