package tincan.trace.export;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tincan.trace.Ends;
import tincan.trace.EventLog;
import tincan.trace.Payload;
import tincan.trace.TraceEvent;

/// What one end of a session saw, or both.
///
/// @param ends the first one's clock is the clock of the recording
public record Recording(List<End> ends) {

    public Recording {
        ends = List.copyOf(ends);
    }

    /// What one end saw.
    ///
    /// @param name what it is called, such as `host`
    /// @param ahead how much its clock is ahead of the first end's
    /// @param events in the order of their numbers
    /// @param connections those that came about, by name
    /// @param bytes what went over them, as far as it is kept; nobody adds to it
    public record End(String name, Duration ahead, List<TraceEvent> events, Map<String, Ends> connections,
            Payload bytes) {

        public End {
            events = List.copyOf(events);
            connections = Collections.unmodifiableMap(new LinkedHashMap<>(connections));
        }

        /// What `log` holds now.
        public static End of(String name, Duration ahead, EventLog log) {
            List<TraceEvent> events = log.since(0, Integer.MAX_VALUE);
            return new End(name, ahead, events, log.connections(), log.payload().copy());
        }

        /// When something was, by the clock of the recording.
        public Instant at(TraceEvent event) {
            return event.at().minus(ahead);
        }

        /// The same as a log, for the views of one. The bytes are not copied.
        public EventLog replayed() {
            EventLog log = empty();
            events.forEach(log::restore);
            connections.forEach(log::connected);
            return log;
        }

        /// A log for these events that has none of them yet.
        EventLog empty() {
            long span = events.isEmpty() ? 1 : events.getLast().number() - events.getFirst().number() + 1;
            return EventLog.over(bytes, Math.clamp(span, 1, Bounds.EVENTS));
        }
    }

    /// What one end has seen so far.
    public static Recording of(String name, EventLog log) {
        return new Recording(List.of(End.of(name, Duration.ZERO, log)));
    }
}
