package tincan.session;

import java.util.HashSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Looks again and again at which addresses a host is reached: networks are joined and left while it listens. On a
/// thread of its own, because some systems take their time to tell.
final class AddressWatch {
    private static final long APART = TimeUnit.SECONDS.toNanos(2);

    private final Supplier<List<LocalAddress>> look;
    private final Runnable moved;
    private final Doorbell bell = new Doorbell();
    private volatile List<LocalAddress> found = List.of();
    private volatile boolean closed;

    /// @param look gives the addresses there are now, the likeliest first
    /// @param moved runs on the thread of the watch when they are others than before; their order is no difference
    AddressWatch(Supplier<List<LocalAddress>> look, Runnable moved) {
        this.look = look;
        this.moved = moved;
    }

    /// Looks for the first time, and from then on every few seconds.
    void start() {
        found = look.get();
        Thread.ofVirtual().name("host addresses").start(this::run);
    }

    /// What was found the last time.
    List<LocalAddress> found() {
        return found;
    }

    /// Looks once more, in a moment. From any thread.
    void lookNow() {
        bell.ring();
    }

    void close() {
        closed = true;
        bell.ring();
    }

    private void run() {
        bell.await(APART);
        while (!closed) {
            List<LocalAddress> before = found;
            found = look.get();
            if (!new HashSet<>(before).equals(new HashSet<>(found))) {
                moved.run();
            }
            bell.await(APART);
        }
    }
}
