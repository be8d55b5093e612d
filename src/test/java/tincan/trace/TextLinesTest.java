package tincan.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class TextLinesTest {
    private static final Instant AT = Instant.parse("2026-11-21T10:00:00.123456789Z");

    @Test
    void aCallThatMovesBytesTellsHowManyAndHowLongItTook() {
        assertEquals("2026-11-21T10:00:00.123456Z line-3 >> write 120 bytes 85 µs",
                line(new TraceEvent.Moved(SocketCall.WRITE, 0, new Span(0, 120), Duration.ofNanos(85_400))));
        assertEquals("2026-11-21T10:00:00.123456Z line-3 << read 0 bytes 1000000 µs end of stream",
                line(new TraceEvent.Moved(SocketCall.READ, 0, new Span(0, 0), Duration.ofSeconds(1))));
    }

    @Test
    void aCallThatMovesNoneTellsItsArgument() {
        assertEquals("2026-11-21T10:00:00.123456Z line-3 -- bind 12 µs 0.0.0.0:8462",
                line(new TraceEvent.Called(SocketCall.BIND, 0, Duration.ofNanos(12_000), "0.0.0.0:8462")));
    }

    @Test
    void aFailedCallTellsWhatTheSystemSaid() {
        assertEquals("2026-11-21T10:00:00.123456Z line-3 << read failed 7 µs Connection reset",
                line(new TraceEvent.Failed(SocketCall.READ, 0, Duration.ofNanos(7_000), "Connection reset")));
    }

    @Test
    void framesTellTheirKindAndTheBeginningOfTheirBody() {
        assertEquals("2026-11-21T10:00:00.123456Z line-3 << SAY 31 bytes {\"id\":1}",
                line(new TraceEvent.Framed(Direction.IN, "SAY", Layer.WIRE, new Span(0, 31), "{\"id\":1}",
                        Subject.NONE)));
        assertEquals("2026-11-21T10:00:00.123456Z line-3 >> 900 frames 90000 bytes",
                line(new TraceEvent.FramesMoved(Direction.OUT, 900, Layer.WIRE, new Span(0, 90_000), Subject.NONE,
                        Subject.NONE)));
    }

    @Test
    void aDatagramTellsItsPeerAndWhatItIs() {
        assertEquals("2026-11-21T10:00:00.123456Z line-3 >> sendto 120 bytes 5 µs 10.9.0.2:50412 VOICE 17 of member 2",
                line(new TraceEvent.Datagram(SocketCall.SEND_TO, 0, new Span(0, 120), Duration.ofNanos(5_000),
                        new InetSocketAddress("10.9.0.2", 50_412), new Label("VOICE", 2, 17))));
    }

    @Test
    void aRemarkStandsByItself() {
        assertEquals("2026-11-21T10:00:00.123456Z line-3 -- goodbye", line(new TraceEvent.Note("goodbye")));
    }

    private static String line(TraceEvent.What what) {
        return TextLines.line(new TraceEvent(1, AT, "line-3", what));
    }
}
