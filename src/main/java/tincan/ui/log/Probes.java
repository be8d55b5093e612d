package tincan.ui.log;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tincan.trace.Direction;
import tincan.trace.Layer;
import tincan.trace.Span;
import tincan.trace.TraceEvent;
import tincan.trace.TraceEvent.Framed;
import tincan.trace.TraceEvent.Moved;
import tincan.trace.TraceEvent.Sealed;
import tincan.wire.Kind;

/// Tells which events are only probes of the connection: frames that ask and answer whether the other side is there,
/// and the calls and TLS records that moved nothing but one of them. What a call moved is known from a later event of
/// its connection and direction, which may come in a later batch.
///
/// Owner: the thread of the window.
final class Probes {
    /// What [#take] answers if nothing was found.
    static final long NONE = Long.MAX_VALUE;

    private final NavigableSet<Long> found = new TreeSet<>();
    private final Map<Way, Newest> undecided = new HashMap<>();

    /// One way of one connection, whose events follow each other.
    private record Way(String connection, Direction direction) {}

    /// The newest call of a way, and the newest TLS record, of which it is not known what they carry.
    private static final class Newest {
        private @Nullable TraceEvent call;
        private @Nullable TraceEvent sealed;

        long number() {
            return Math.max(call == null ? 0 : call.number(), sealed == null ? 0 : sealed.number());
        }
    }

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
        Newest newest = undecided.computeIfAbsent(new Way(event.connection(), event.direction()), _ -> new Newest());
        switch (event.what()) {
            case Moved _ -> newest.call = event;
            case Sealed _ -> newest.sealed = event;
            case Framed frame when Kind.isProbe(frame.kind()) -> {
                found.add(event.number());
                return Math.min(event.number(), carriers(newest, frame));
            }
            default -> {
            }
        }
        return NONE;
    }

    /// Finds what moved nothing but this frame.
    private long carriers(Newest newest, Framed frame) {
        Span wire = frame.span();
        long oldest = NONE;
        if (frame.layer() == Layer.INSIDE) {
            if (newest.sealed == null || !(newest.sealed.what() instanceof Sealed sealed)
                    || !sealed.inside().equals(frame.span())) {
                return NONE;
            }
            oldest = newest.sealed.number();
            found.add(oldest);
            wire = sealed.wire();
        }
        if (newest.call != null && newest.call.what() instanceof Moved moved && moved.span().equals(wire)) {
            found.add(newest.call.number());
            oldest = Math.min(oldest, newest.call.number());
        }
        return oldest;
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
        undecided.values().removeIf(newest -> newest.number() < number);
    }
}
