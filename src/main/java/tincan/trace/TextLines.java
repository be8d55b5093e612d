package tincan.trace;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import tincan.trace.TraceEvent.Called;
import tincan.trace.TraceEvent.Failed;
import tincan.trace.TraceEvent.Framed;
import tincan.trace.TraceEvent.FramesMoved;
import tincan.trace.TraceEvent.Note;

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
            case Called(SocketCall call, int bytes, Duration took, String detail) ->
                call.posix() + moved(call, bytes) + " " + time(took) + spaced(detail);
            case Failed(SocketCall call, Duration took, String reason) ->
                call.posix() + " failed " + time(took) + spaced(reason);
            case Framed(_, String kind, int bytes, String excerpt) -> kind + " " + bytes + " bytes" + spaced(excerpt);
            case FramesMoved(_, int count, int bytes) -> count + " frames " + bytes + " bytes";
            case Note(String text) -> text;
        };
    }

    private static String moved(SocketCall call, int bytes) {
        return call.direction() == Direction.NONE ? "" : " " + bytes + " bytes";
    }

    private static String time(Duration took) {
        return took.toNanos() / 1_000 + " µs";
    }

    private static String spaced(String text) {
        return text.isEmpty() ? "" : " " + text;
    }
}
