package tincan.lab;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tincan.trace.EventLog;
import tincan.trace.SocketCall;
import tincan.trace.TraceEvent;
import tincan.trace.TraceEvent.Ended;
import tincan.trace.TraceEvent.Failed;

/// What really happened in a run of a lesson, for its [Goal]s.
///
/// @param log where it was told
/// @param events all that is kept of it
public record Seen(EventLog log, List<TraceEvent> events) {
    /// The name in the log of a lesson's listening socket and its datagram socket; an accepted connection's begins
    /// with it.
    public static final String SERVER = "server";
    /// So the names of clients begin.
    public static final String CLIENT = "client";

    public Seen {
        events = List.copyOf(events);
    }

    /// What a log holds now.
    public static Seen of(EventLog log) {
        return new Seen(log, log.since(0, Integer.MAX_VALUE));
    }

    /// The calls of a kind that returned.
    public Stream<TraceEvent> returned(SocketCall call) {
        return ended(call).filter(event -> !(event.what() instanceof Failed));
    }

    /// The calls of a kind that failed.
    public Stream<TraceEvent> failed(SocketCall call) {
        return ended(call).filter(event -> event.what() instanceof Failed);
    }

    private Stream<TraceEvent> ended(SocketCall call) {
        return events.stream().filter(event -> event.what() instanceof Ended ended && ended.call() == call);
    }

    /// Whether an event is one of the server's.
    public static Predicate<TraceEvent> byServer() {
        return event -> event.connection().startsWith(SERVER);
    }

    /// Whether an event is one of a client's.
    public static Predicate<TraceEvent> byClient() {
        return event -> event.connection().startsWith(CLIENT);
    }

    /// Whether an event moved as many bytes.
    public static Predicate<TraceEvent> moving(int bytes) {
        return event -> event.what().bytes() == bytes;
    }
}
