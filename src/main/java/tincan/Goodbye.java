package tincan;

import java.time.Duration;

/// Leaves politely when the process is told to stop (Ctrl+C, SIGTERM), but not for longer than a person waits.
final class Goodbye implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Thread hook;

    private Goodbye(Runnable leaving) {
        this.hook = Thread.ofPlatform().name("goodbye").unstarted(() -> within(leaving));
    }

    /// @param leaving runs when the process is told to stop, on a thread of its own
    static Goodbye with(Runnable leaving) {
        Goodbye goodbye = new Goodbye(leaving);
        Runtime.getRuntime().addShutdownHook(goodbye.hook);
        return goodbye;
    }

    /// All is over; nobody needs to leave any more.
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // the process is being stopped already, and the hook does its work
        }
    }

    private static void within(Runnable leaving) {
        Thread leaver = Thread.ofPlatform().daemon().name("goodbye leaving").start(leaving);
        try {
            leaver.join(PATIENCE);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
