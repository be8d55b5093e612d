package tincan.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import tincan.session.SessionEvent;

/// The events of one session on their way to the window. The session's thread puts them in, from before there is a pane
/// that shows them; the pane takes them out in batches. While it is full the session's thread waits, and then the
/// network does, until the pane catches up or closes the feed.
public final class SessionFeed implements Consumer<SessionEvent> {
    /// So many events wait at the most.
    public static final int CAPACITY = 10_000;

    private final BlockingQueue<SessionEvent> waiting = new ArrayBlockingQueue<>(CAPACITY);
    private volatile Runnable bell = () -> {
    };
    private volatile boolean closed;

    /// Takes an event; blocks while the feed is full. Called by the session's thread.
    @Override
    public void accept(SessionEvent event) {
        if (closed) {
            return;
        }
        try {
            waiting.put(event);
            bell.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Rings `newBell` after each event, and once now for what came before. It must return at once and not throw: a
    /// [Batch#trigger] is one.
    public void onEvent(Runnable newBell) {
        bell = newBell;
        newBell.run();
    }

    /// Takes out what has come, oldest first; empty if nothing waits.
    public List<SessionEvent> take(int most) {
        List<SessionEvent> taken = new ArrayList<>();
        waiting.drainTo(taken, most);
        return taken;
    }

    /// Lets everything that waits and everything to come fall away: nobody looks any more.
    public void close() {
        closed = true;
        bell = () -> {
        };
        waiting.clear();
    }
}
