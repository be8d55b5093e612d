package tincan.trace;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/// The newest events of a session, in a ring of fixed size: when it is full the oldest event goes, and its number tells
/// a reader that it went. Any thread appends, any thread reads; readers pull, so a flood of events costs a slow reader
/// nothing but the events it missed.
public final class EventLog {
    /// Enough to scroll through, about 20 MB at worst.
    public static final int DEFAULT_CAPACITY = 100_000;

    private static final EventLog OFF = new EventLog(0, InstantSource.system());

    private final InstantSource clock;
    private final List<Runnable> bells = new CopyOnWriteArrayList<>();

    /// Owner: the lock on this object. The event with number `n` lies at `n % length`.
    private final @Nullable TraceEvent[] ring;
    /// Owner: the lock on this object.
    private long newest;
    /// Owner: the lock on this object.
    private long oldest = 1;

    public EventLog(int capacity, InstantSource clock) {
        this.ring = new @Nullable TraceEvent[capacity];
        this.clock = clock;
    }

    /// A log of the newest [#DEFAULT_CAPACITY] events, by the system's clock.
    public static EventLog usual() {
        return new EventLog(DEFAULT_CAPACITY, InstantSource.system());
    }

    /// A log that keeps nothing, for servers whose every event nobody would read.
    public static EventLog off() {
        return OFF;
    }

    /// Whether anything is kept; a tap asks before it builds an event.
    public boolean recording() {
        return ring.length > 0;
    }

    /// Adds an event and rings the readers' bells. Never throws, never blocks beyond a short lock.
    public void append(String connection, TraceEvent.What what) {
        if (!recording()) {
            return;
        }
        synchronized (this) {
            newest++;
            ring[(int) (newest % ring.length)] = new TraceEvent(newest, clock.instant(), connection, what);
            oldest = Math.max(oldest, newest - ring.length + 1);
        }
        bells.forEach(Runnable::run);
    }

    /// The number of the newest event ever appended; 0 if there was none.
    public synchronized long newest() {
        return newest;
    }

    /// The number of the oldest event still kept; one more than [#newest] if none is.
    public synchronized long oldest() {
        return oldest;
    }

    /// Events after number `after`, oldest first.
    ///
    /// @param after the last number the caller has; what has been dropped since is skipped
    /// @param most how many events at the most
    public synchronized List<TraceEvent> since(long after, int most) {
        long from = Math.max(after + 1, oldest);
        long to = Math.min(newest, from + most - 1);
        List<TraceEvent> found = new ArrayList<>((int) Math.max(0, to - from + 1));
        for (long n = from; n <= to; n++) {
            TraceEvent event = ring[(int) (n % ring.length)];
            if (event != null) {
                found.add(event);
            }
        }
        return found;
    }

    /// Forgets all events; numbers go on counting.
    public synchronized void clear() {
        Arrays.fill(ring, null);
        oldest = newest + 1;
    }

    /// Rings `bell` after each append, on the appending thread: it must return at once and not throw.
    ///
    /// @return ends the subscription
    public Runnable onAppend(Runnable bell) {
        bells.add(bell);
        return () -> bells.remove(bell);
    }
}
