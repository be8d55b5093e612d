package tincan.session;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Opens and closes the devices of one's voice, one after another and on threads of its own: a device that hangs must
/// not hold who leaves the voice, and one that is joined again must not be opened before it is closed. Any thread.
final class Handover {
    /// Owner: the lock on this object.
    private @Nullable Thread last;

    /// Has something done once all is done that was asked for before.
    synchronized void run(Runnable work) {
        AtomicReference<@Nullable Thread> before = new AtomicReference<>(last);
        last = Thread.ofVirtual().name("voice devices").start(() -> {
            await(before.getAndSet(null)); // which is forgotten, so that no chain of them is kept
            work.run();
        });
    }

    /// Waits until all is done that was asked for before.
    void await() {
        Thread now;
        synchronized (this) {
            now = last;
        }
        await(now);
    }

    private static void await(@Nullable Thread thread) {
        try {
            if (thread != null) {
                thread.join();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
