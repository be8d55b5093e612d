package tincan.ui.lab.diagram;

import java.util.Optional;
import tincan.lab.Seen;
import tincan.trace.SocketCall;
import tincan.trace.TraceEvent;

/// A call of one side, as it stands in the picture.
record Station(Column column, SocketCall call) {

    /// The two sides.
    enum Column {
        SERVER, CLIENT
    }

    /// The one that a connection's call belongs to, if it is in the picture at all.
    static Optional<Station> of(String connection, SocketCall call) {
        if (connection.startsWith(Seen.SERVER)) {
            return Optional.of(new Station(Column.SERVER, call));
        }
        return connection.startsWith(Seen.CLIENT) ? Optional.of(new Station(Column.CLIENT, call)) : Optional.empty();
    }

    /// The one that an event is about.
    static Optional<Station> of(TraceEvent event) {
        return event.what() instanceof TraceEvent.Call call ? of(event.connection(), call.call()) : Optional.empty();
    }

    /// Its name in the socket model, which says for a stream `recv` and `send` where the log says `read` and `write`.
    String name() {
        return switch (call) {
            case READ -> "recv";
            case WRITE -> "send";
            default -> call.posix();
        };
    }
}
