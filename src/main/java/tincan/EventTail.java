package tincan;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Semaphore;
import tincan.trace.EventLog;
import tincan.trace.TraceEvent;

/// Reads the events of a log while they come, on a thread of its own. It pulls them from the bounded log, so a slow
/// reader holds nobody up: events that were dropped meanwhile are counted.
final class EventTail implements AutoCloseable {
    private static final int BATCH = 1_000;

    private final EventLog log;
    private final Reader reader;
    private final Semaphore bell = new Semaphore(0);
    private final Thread thread;

    /// Owner: that thread.
    private long last;
    private volatile boolean closed;

    /// Gets the events, on the thread of the tail.
    interface Reader {
        /// So many came too fast to be read.
        void missed(long events) throws IOException;

        /// Takes the next one.
        ///
        /// @return whether more are wanted
        boolean read(TraceEvent event) throws IOException;

        /// All that have come so far are read.
        void caughtUp() throws IOException;
    }

    private EventTail(EventLog log, Reader reader, String name) {
        this.log = log;
        this.reader = reader;
        this.thread = Thread.ofVirtual().name(name).unstarted(this::follow);
    }

    /// Begins with the oldest event that is kept. A reader that fails gets no more.
    ///
    /// @param name of the thread
    static EventTail start(EventLog log, Reader reader, String name) {
        EventTail tail = new EventTail(log, reader, name);
        tail.thread.start();
        return tail;
    }

    /// Reads what is still to be read, and ends.
    @Override
    public void close() {
        closed = true;
        bell.release();
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow() {
        Runnable subscription = log.onAppend(this::ring);
        try {
            boolean wanted = pull();
            while (wanted && !closed) {
                bell.acquire();
                bell.drainPermits();
                wanted = pull();
            }
            if (wanted) {
                pull();
            }
        } catch (IOException | InterruptedException _) {
            // nobody reads any longer, or the disk is full; what is told goes on without a reader
        } finally {
            subscription.run();
        }
    }

    private void ring() {
        if (bell.availablePermits() == 0) {
            bell.release();
        }
    }

    private boolean pull() throws IOException {
        boolean wanted = true;
        for (List<TraceEvent> events = log.since(last, BATCH); wanted && !events.isEmpty(); events = log.since(last,
                BATCH)) {
            for (TraceEvent event : events) {
                if (event.number() > last + 1) {
                    reader.missed(event.number() - last - 1);
                }
                last = event.number();
                wanted = wanted && reader.read(event);
            }
        }
        reader.caughtUp();
        return wanted;
    }
}
