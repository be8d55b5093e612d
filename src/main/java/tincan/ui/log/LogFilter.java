package tincan.ui.log;

import java.util.Optional;
import java.util.function.Predicate;
import tincan.trace.Direction;
import tincan.trace.TraceEvent;

/// Which events of a log are shown.
///
/// @param connection only this one's; empty for all
/// @param direction only this way's; empty for all
/// @param kind only this kind's
/// @param probes whether probes of the connection are shown too
/// @param words what must stand somewhere in the row, in any case; empty for all
public record LogFilter(Optional<String> connection, Optional<Direction> direction, Kind kind, boolean probes,
        String words) {
    /// Shows everything.
    public static final LogFilter ALL = new LogFilter(Optional.empty(), Optional.empty(), Kind.ALL, true, "");
    /// Shows everything but probes, which would drown the rest.
    public static final LogFilter USUAL = ALL.withProbes(false);

    /// Kinds of events.
    public enum Kind {
        /// Everything.
        ALL,
        /// Only socket calls.
        CALLS,
        /// Only frames.
        FRAMES,
        /// Only TLS records.
        RECORDS
    }

    LogFilter withConnection(Optional<String> now) {
        return new LogFilter(now, direction, kind, probes, words);
    }

    LogFilter withDirection(Optional<Direction> now) {
        return new LogFilter(connection, now, kind, probes, words);
    }

    LogFilter withKind(Kind now) {
        return new LogFilter(connection, direction, now, probes, words);
    }

    LogFilter withWords(String now) {
        return new LogFilter(connection, direction, kind, probes, now);
    }

    LogFilter withProbes(boolean now) {
        return new LogFilter(connection, direction, kind, now, words);
    }

    /// The filter as a test; what a row says is told by `row`, what is a probe by `known`.
    Predicate<TraceEvent> test(LogWords row, Probes known) {
        Predicate<TraceEvent> test = event -> fits(event) && fits(event.what()) && (probes || !known.has(event));
        String wanted = words.strip().toLowerCase(java.util.Locale.ROOT);
        return wanted.isEmpty() ? test : test.and(event -> row.searched(event).contains(wanted));
    }

    private boolean fits(TraceEvent event) {
        return connection.map(event.connection()::equals).orElse(true)
                && direction.map(way -> way == event.direction()).orElse(true);
    }

    private boolean fits(TraceEvent.What what) {
        return switch (what) {
            case TraceEvent.Call _ -> kind == Kind.ALL || kind == Kind.CALLS;
            case TraceEvent.Framed _,TraceEvent.FramesMoved _ -> kind == Kind.ALL || kind == Kind.FRAMES;
            case TraceEvent.Sealed _ -> kind == Kind.ALL || kind == Kind.RECORDS;
            case TraceEvent.Note _ -> kind == Kind.ALL;
        };
    }
}
