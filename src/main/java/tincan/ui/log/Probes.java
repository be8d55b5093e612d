package tincan.ui.log;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import tincan.trace.Direction;
import tincan.trace.SocketCall;
import tincan.trace.TraceEvent;
import tincan.trace.TraceEvent.Called;
import tincan.trace.TraceEvent.Framed;
import tincan.wire.Kind;

/// Tells which events are only probes of the connection: frames that ask and answer whether the other side is there,
/// and the calls that moved nothing but one of them. What a call moved is known from the next event of its connection
/// and direction, which may come in a later batch.
///
/// Owner: the thread of the window.
final class Probes {
    /// What [#take] answers if nothing was found.
    static final long NONE = Long.MAX_VALUE;

    private static final Set<String> FRAMES = Set.of(Kind.PING.name(), Kind.PONG.name());

    private final NavigableSet<Long> found = new TreeSet<>();
    private final Map<Way, TraceEvent> undecided = new HashMap<>();

    /// One way of one connection, whose events follow each other.
    private record Way(String connection, Direction direction) {}

    /// Takes the next events, in order.
    ///
    /// @return the number of the oldest event now known to be a probe; it may have been taken before
    long take(List<TraceEvent> events) {
        long oldest = NONE;
        for (TraceEvent event : events) {
            oldest = Math.min(oldest, take(event));
        }
        return oldest;
    }

    private long take(TraceEvent event) {
        Way way = new Way(event.connection(), event.direction());
        TraceEvent before = undecided.remove(way);
        if (event.what() instanceof Framed frame && FRAMES.contains(frame.kind())) {
            found.add(event.number());
            if (before != null && before.what().bytes() == frame.bytes()) {
                found.add(before.number());
                return before.number();
            }
            return event.number();
        }
        if (event.what() instanceof Called called && moved(called)) {
            undecided.put(way, event);
        }
        return NONE;
    }

    private static boolean moved(Called called) {
        return (called.call() == SocketCall.READ || called.call() == SocketCall.WRITE) && called.bytes() > 0;
    }

    /// Whether this event, taken before, is known to be a probe.
    boolean has(TraceEvent event) {
        return found.contains(event.number());
    }

    /// How many are known.
    int count() {
        return found.size();
    }

    /// Forgets the events with numbers below this one.
    void forgetBelow(long number) {
        found.headSet(number).clear();
        undecided.values().removeIf(event -> event.number() < number);
    }
}
