package tincan.ui;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/// Joins any number of triggers into one run: at most one is pending at a time, so a flood of events costs the window
/// one run a turn. The run pulls what is new since it last looked.
public final class Batch {
    private final Executor executor;
    private final Runnable pull;
    private final AtomicBoolean pending = new AtomicBoolean();

    /// @param executor where `pull` runs
    /// @param pull takes what has come; runs again if something comes while it runs
    public Batch(Executor executor, Runnable pull) {
        this.executor = executor;
        this.pull = pull;
    }

    /// Asks for a run. Cheap, from any thread, never blocks.
    public void trigger() {
        if (pending.compareAndSet(false, true)) {
            executor.execute(this::run);
        }
    }

    private void run() {
        pending.set(false);
        pull.run();
    }
}
