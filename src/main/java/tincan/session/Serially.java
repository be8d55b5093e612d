package tincan.session;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/// Does one thing after another, whoever asks: a thread that finds another at it leaves its own to that one. So nobody
/// waits, and nothing is done under a lock. What is done returns at once.
final class Serially {
    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
    /// How many wait or are being done.
    private final AtomicInteger count = new AtomicInteger();

    void run(Runnable action) {
        waiting.add(action);
        if (count.getAndIncrement() > 0) {
            return;
        }
        do {
            Runnable next = waiting.poll();
            if (next != null) {
                next.run();
            }
        } while (count.decrementAndGet() > 0);
    }
}
