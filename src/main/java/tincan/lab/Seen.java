package tincan.lab;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tincan.trace.ByteStream;
import tincan.trace.EventLog;
import tincan.trace.Layer;
import tincan.trace.SocketCall;
import tincan.trace.TraceEvent;
import tincan.trace.TraceEvent.Datagram;
import tincan.trace.TraceEvent.Ended;
import tincan.trace.TraceEvent.Failed;
import tincan.trace.TraceEvent.Moved;

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

    /// What happened on one connection or socket.
    public Seen only(String connection) {
        return new Seen(log, events.stream().filter(event -> event.connection().equals(connection)).toList());
    }

    /// What happened after an event.
    public Seen after(TraceEvent event) {
        return new Seen(log, events.stream().filter(each -> each.number() > event.number()).toList());
    }

    /// What happened before an event.
    public Seen before(TraceEvent event) {
        return new Seen(log, events.stream().filter(each -> each.number() < event.number()).toList());
    }

    /// The connections that the server accepted, by their names in the log.
    public Set<String> accepted() {
        return events.stream().map(TraceEvent::connection).filter(name -> name.startsWith(SERVER + "-"))
                .collect(Collectors.toSet());
    }

    /// The clients, by their names in the log.
    public Set<String> clients() {
        return events.stream().map(TraceEvent::connection).filter(name -> name.startsWith(CLIENT))
                .collect(Collectors.toSet());
    }

    /// What a call read, wrote, received or sent, as far as it is still kept. Bytes that are not UTF-8 are told by
    /// replacement signs.
    public String text(TraceEvent event) {
        ByteStream stream = new ByteStream(event.connection(), event.direction(), Layer.WIRE);
        return switch (event.what()) {
            case Moved moved -> new String(log.payload().of(stream, moved.span()).bytes(), UTF_8);
            case Datagram datagram -> new String(log.payload().of(stream, datagram.span()).bytes(), UTF_8);
            default -> "";
        };
    }

    /// Whether some call of a kind moved text that begins so.
    public boolean moved(SocketCall call, String beginning) {
        return returned(call).anyMatch(event -> text(event).startsWith(beginning));
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
