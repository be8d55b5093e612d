package tincan.ui;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/// Brings work onto another executor: at once if the last is long enough ago, otherwise as soon as it is. So what comes
/// alone is shown without delay, and a flood leaves the window time for everything else.
public final class Spaced implements Executor {
    private final Executor target;
    private final long apart;
    private volatile long next = System.nanoTime();

    /// @param target where the work runs
    /// @param apart the time between the end of one piece of work and the beginning of the next, at least
    public Spaced(Executor target, Duration apart) {
        this.target = target;
        this.apart = apart.toNanos();
    }

    @Override
    public void execute(Runnable work) {
        long wait = next - System.nanoTime();
        Executor when = wait <= 0 ? target : CompletableFuture.delayedExecutor(wait, TimeUnit.NANOSECONDS, target);
        when.execute(() -> {
            work.run();
            next = System.nanoTime() + apart;
        });
    }
}
