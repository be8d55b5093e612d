package tincan.trace;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import tincan.trace.TraceEvent.Began;
import tincan.trace.TraceEvent.Called;
import tincan.trace.TraceEvent.Datagram;
import tincan.trace.TraceEvent.Failed;
import tincan.trace.TraceEvent.Framed;
import tincan.trace.TraceEvent.FramesMoved;
import tincan.trace.TraceEvent.Moved;
import tincan.trace.TraceEvent.Note;
import tincan.trace.TraceEvent.Sealed;

/// Events as lines of text, such as `2026-11-21T10:00:00.123456Z line-3 >> write 120 bytes 85 µs`: time, connection,
/// direction, what happened. What came from a peer stands in them as it came; who shows it on a terminal makes it safe.
public final class TextLines {
    private TextLines() {}

    /// One event as one line, without a line end unless the peer sent one.
    public static String line(TraceEvent event) {
        return event.at().truncatedTo(ChronoUnit.MICROS) + " " + event.connection() + " " + event.direction().arrow()
                + " " + what(event.what());
    }

    private static String what(TraceEvent.What what) {
        return switch (what) {
            case Began(SocketCall call, String detail) -> call.posix() + " …" + spaced(detail);
            case Called(SocketCall call, _, Duration took, String detail) ->
                call.posix() + " " + time(took) + spaced(detail);
            case Moved(SocketCall call, _, Span span, Duration took) -> call.posix() + moved(span) + " " + time(took)
                    + (call == SocketCall.READ && span.bytes() == 0 ? " end of stream" : "");
            case Datagram datagram -> datagram.call().posix() + moved(datagram.span()) + " " + time(datagram.took())
                    + " " + datagram.address() + spaced(datagram.label().toString());
            case Failed(SocketCall call, _, Duration took, String reason) ->
                call.posix() + " failed " + time(took) + spaced(reason);
            case Sealed(_, Sealed.Content content, Span wire, Span inside) ->
                "TLS " + content.name().toLowerCase(Locale.ROOT) + moved(wire)
                        + (inside.bytes() == 0 ? "" : " holds " + inside.bytes());
            case Framed framed -> framed.kind() + moved(framed.span()) + spaced(framed.excerpt());
            case FramesMoved(_, int count, _, Span span, _, _) -> count + " frames" + moved(span);
            case Note(String text) -> text;
        };
    }

    private static String moved(Span span) {
        return " " + span.bytes() + " bytes";
    }

    private static String time(Duration took) {
        return took.toNanos() / 1_000 + " µs";
    }

    private static String spaced(String text) {
        return text.isEmpty() ? "" : " " + text;
    }
}
