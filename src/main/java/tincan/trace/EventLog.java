package tincan.trace;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/// The newest events of a session, in a ring of fixed size: when it is full the oldest event goes, and its number tells
/// a reader that it went. Any thread appends, any thread reads; readers pull, so a flood of events costs a slow reader
/// nothing but the events it missed.
public final class EventLog {
    /// Enough to scroll through, about 20 MB at worst.
    public static final int DEFAULT_CAPACITY = 100_000;

    /// Of so many connections the addresses are known, the newest.
    private static final int CONNECTIONS = 10_000;

    private static final EventLog OFF = new EventLog(0, 0, InstantSource.system());

    private final InstantSource clock;
    private final List<Runnable> bells = new CopyOnWriteArrayList<>();
    private final Payload payload;

    /// Owner: the lock on this object. The event with number `n` lies at `n % length`.
    private final @Nullable TraceEvent[] ring;
    /// Owner: the lock on this object.
    private long newest;
    /// Owner: the lock on this object.
    private long oldest = 1;
    /// Owner: the lock on this object.
    private final Map<String, Ends> ends = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Ends> eldest) {
            return size() > CONNECTIONS;
        }
    };

    /// @param capacity how many events are kept
    /// @param bytes how many bytes are kept besides, see [Payload]
    public EventLog(int capacity, long bytes, InstantSource clock) {
        this(capacity, new Payload(bytes), clock);
    }

    private EventLog(int capacity, Payload payload, InstantSource clock) {
        this.ring = new @Nullable TraceEvent[capacity];
        this.payload = payload;
        this.clock = clock;
    }

    /// One for the events of a recording, over its bytes.
    ///
    /// @param capacity how many events are kept
    public static EventLog over(Payload payload, int capacity) {
        return new EventLog(capacity, payload, InstantSource.system());
    }

    /// One that keeps [Payload#DEFAULT_CAPACITY] bytes besides.
    public EventLog(int capacity, InstantSource clock) {
        this(capacity, Payload.DEFAULT_CAPACITY, clock);
    }

    /// A log of the newest [#DEFAULT_CAPACITY] events and [Payload#DEFAULT_CAPACITY] bytes, by the system's clock.
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
    ///
    /// @return the event's number; 0 if nothing is kept
    public long append(String connection, TraceEvent.What what) {
        if (!recording()) {
            return 0;
        }
        long number;
        synchronized (this) {
            number = ++newest;
            add(new TraceEvent(number, clock.instant(), connection, what));
        }
        bells.forEach(Runnable::run);
        return number;
    }

    /// Adds an event of a recording, with the number and the time it had. Numbers must grow.
    public void restore(TraceEvent event) {
        synchronized (this) {
            if (event.number() <= newest) {
                throw new IllegalArgumentException("event " + event.number() + " after " + newest);
            }
            newest = event.number();
            add(event);
        }
        bells.forEach(Runnable::run);
    }

    private void add(TraceEvent event) {
        ring[(int) (event.number() % ring.length)] = event;
        oldest = Math.max(oldest, event.number() - ring.length + 1);
    }

    /// Says between which addresses a connection goes.
    public synchronized void connected(String connection, Ends between) {
        if (recording()) {
            ends.put(connection, between);
        }
    }

    /// A name that no connection has: this one, or this one with a number.
    public synchronized String unused(String name) {
        String unused = name;
        for (int number = 2; ends.containsKey(unused); number++) {
            unused = name + "-" + number;
        }
        return unused;
    }

    /// A connection is not one that is looked at.
    public synchronized void forget(String connection) {
        ends.remove(connection);
    }

    /// What the clock says by which events are told.
    public Instant now() {
        return clock.instant();
    }

    /// Between which addresses a connection goes, if it ever came about.
    public synchronized Optional<Ends> ends(String connection) {
        return Optional.ofNullable(ends.get(connection));
    }

    /// All connections that ever came about, in the order they did; of very many the newest.
    public synchronized Map<String, Ends> connections() {
        return new LinkedHashMap<>(ends);
    }

    /// The bytes that went over the connections.
    public Payload payload() {
        return payload;
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
            if (event != null && event.number() == n) {
                found.add(event);
            }
        }
        return found;
    }

    /// Forgets all events and bytes; numbers go on counting.
    public synchronized void clear() {
        Arrays.fill(ring, null);
        oldest = newest + 1;
        payload.clear();
    }

    /// Rings `bell` after each append, on the appending thread: it must return at once and not throw.
    ///
    /// @return ends the subscription
    public Runnable onAppend(Runnable bell) {
        bells.add(bell);
        return () -> bells.remove(bell);
    }
}
