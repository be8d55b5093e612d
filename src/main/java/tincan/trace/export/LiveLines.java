package tincan.trace.export;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tincan.trace.ByteStream;
import tincan.trace.Direction;
import tincan.trace.EventLog;
import tincan.trace.Layer;
import tincan.trace.Span;
import tincan.trace.TraceEvent;
import tincan.trace.TraceEvent.Datagram;
import tincan.trace.TraceEvent.Moved;
import tincan.trace.TraceEvent.Sealed;

/// What an end sees, as the lines of a recording with one end, told while it happens; [LiveEnd] takes them. Whoever
/// takes them too slowly misses events, and their numbers show that. Owner: one thread.
public final class LiveLines {
    /// A line that tells no bytes is no longer than this; an event that would be is left out.
    static final int LONGEST = 2048;
    /// So far behind the newest event it may be.
    static final int BEHIND = 4_000;
    /// When it is further behind, it goes on so far before the newest.
    private static final int AGAIN = 500;
    private static final int AT_ONCE = 16;

    private final EventLog log;
    private final Set<String> named = new HashSet<>();
    private long told;

    /// Begins with the newest events that there are.
    public LiveLines(EventLog log) {
        this.log = log;
        this.told = Math.max(log.oldest() - 1, log.newest() - BEHIND);
    }

    /// The line that tells how much this end's clock is ahead of the other's.
    ///
    /// @param error how far off that may be
    public static String clock(Duration ahead, Duration error) {
        return Lines.of("end", 0, json -> {
            json.writeStringProperty("name", "guest");
            json.writeNumberProperty("ahead", ahead.toNanos());
            json.writeNumberProperty("error", error.toNanos());
        });
    }

    /// The lines of the next events; empty if nothing has happened since. A call that moved bytes comes after them.
    public List<String> next() {
        if (log.newest() - told > BEHIND) {
            told = log.newest() - AGAIN;
        }
        List<String> lines = new ArrayList<>();
        for (TraceEvent event : log.since(told, AT_ONCE)) {
            tell(event, lines);
            told = event.number();
        }
        return lines;
    }

    private void tell(TraceEvent event, List<String> lines) {
        String name = event.connection();
        if (!named.contains(name)) {
            log.ends(name).ifPresent(ends -> {
                named.add(name);
                lines.add(Lines.connection(0, name, ends));
            });
        }
        switch (event.what()) {
            case Moved moved -> bytes(new ByteStream(name, moved.direction(), Layer.WIRE), moved.span(), lines);
            case Datagram datagram ->
                bytes(new ByteStream(name, datagram.direction(), Layer.WIRE), datagram.span(), lines);
            case Sealed(Direction direction, _, _, Span inside) ->
                bytes(new ByteStream(name, direction, Layer.INSIDE), inside, lines);
            default -> {
            }
        }
        String line = Lines.event(0, event);
        if (line.length() <= LONGEST) {
            lines.add(line);
        }
    }

    private void bytes(ByteStream stream, Span span, List<String> lines) {
        if (span.bytes() > 0) {
            lines.addAll(Lines.bytes(0, log.payload().of(stream, span)));
        }
    }
}
