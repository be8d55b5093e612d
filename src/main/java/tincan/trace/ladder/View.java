package tincan.trace.ladder;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tincan.trace.Ends;
import tincan.trace.EventLog;
import tincan.trace.SocketCall;
import tincan.trace.TraceEvent;
import tincan.trace.TraceEvent.Called;
import tincan.trace.TraceEvent.Datagram;

/// What one end saw of a connection, or of the datagrams that two sockets exchanged.
///
/// @param events all of its log, oldest first; those of other connections are passed over
/// @param connection the name of the connection there
/// @param side which side it is
/// @param ahead how much its clock is ahead of the one that the ladder shows
/// @param peer of datagrams only those that went there or came from there; empty for all
public record View(List<TraceEvent> events, String connection, Ends.Side side, Duration ahead,
        Optional<InetSocketAddress> peer) {

    public View(List<TraceEvent> events, String connection, Ends.Side side, Duration ahead) {
        this(events, connection, side, ahead, Optional.empty());
    }

    /// What a log holds of a connection and of the socket that listened for it.
    ///
    /// @param most of so many events, the newest
    public static View of(EventLog log, String connection, Ends between, Duration ahead, int most) {
        return new View(newest(log, connection, most), connection, between.side(), ahead,
                Optional.of(between.remote()));
    }

    /// The other end of a connection, if the log has it.
    ///
    /// @param between as the one end saw it
    /// @param most of so many events, the newest
    public static Optional<View> facing(EventLog log, Ends between, Duration ahead, int most) {
        Map<String, Ends> known = log.connections();
        return known.entrySet().stream().filter(entry -> entry.getValue().faces(between)).findFirst()
                .or(() -> exchanged(log, known, between))
                .map(entry -> new View(newest(log, entry.getKey(), most), entry.getKey(), entry.getValue().side(),
                        ahead, Optional.of(between.local())));
    }

    /// A socket for datagrams has many peers; its log tells the newest.
    private static Optional<Map.Entry<String, Ends>> exchanged(EventLog log, Map<String, Ends> known, Ends between) {
        Set<String> met = new HashSet<>();
        log.since(0, Integer.MAX_VALUE).forEach(event -> {
            if (event.what() instanceof Datagram datagram && datagram.peer().equals(between.local())) {
                met.add(event.connection());
            }
        });
        return known.entrySet().stream()
                .filter(entry -> entry.getValue().local().equals(between.remote()) && met.contains(entry.getKey()))
                .findFirst();
    }

    private static List<TraceEvent> newest(EventLog log, String connection, int most) {
        List<TraceEvent> all = log.since(0, Integer.MAX_VALUE);
        Optional<String> listener = listener(all, connection);
        List<TraceEvent> own = all.stream().filter(event -> event.connection().equals(connection)
                || listener.filter(event.connection()::equals).isPresent()).toList();
        return own.subList(Math.max(0, own.size() - most), own.size());
    }

    /// The name of the socket that listened for a connection.
    static Optional<String> listener(List<TraceEvent> events, String connection) {
        return events.stream().filter(event -> event.what() instanceof Called called
                && called.call() == SocketCall.ACCEPT && isOf(connection, called.detail()))
                .map(TraceEvent::connection).findFirst();
    }

    /// Whether an `accept` returned this connection.
    static boolean isOf(String connection, String accepted) {
        return accepted.equals(connection) || accepted.startsWith(connection + " ");
    }
}
