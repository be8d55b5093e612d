package tincan.ui.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tincan.trace.Layer;
import tincan.trace.Span;
import tincan.trace.Subject;
import tincan.trace.TraceEvent.Moved;
import tincan.trace.TraceEvent.Sealed;
import tincan.trace.Direction;
import tincan.trace.SocketCall;
import tincan.trace.TraceEvent;
import tincan.trace.TraceEvent.Called;
import tincan.trace.TraceEvent.Framed;

final class ProbesTest {
    private static final int SIZE = 12;

    private final Probes probes = new Probes();
    private final List<TraceEvent> events = new ArrayList<>();

    private TraceEvent event(String connection, TraceEvent.What what) {
        TraceEvent event = new TraceEvent(events.size() + 1L, Instant.EPOCH, connection, what);
        events.add(event);
        return event;
    }

    private static Moved call(SocketCall call, int bytes) {
        return new Moved(call, 0, new Span(0, bytes), Duration.ZERO);
    }

    private static Framed frame(Direction way, String kind) {
        return new Framed(way, kind, Layer.WIRE, new Span(0, SIZE), "", Subject.NONE);
    }

    private List<Long> found() {
        return events.stream().filter(probes::has).map(TraceEvent::number).toList();
    }

    @Test
    void aProbeAndTheCallThatMovedItAreFound() {
        event("line-1", call(SocketCall.READ, SIZE));
        event("line-1", frame(Direction.IN, "PING"));
        event("line-1", call(SocketCall.WRITE, SIZE));
        event("line-1", frame(Direction.OUT, "PONG"));
        assertEquals(1, probes.take(events));
        assertEquals(List.of(1L, 2L, 3L, 4L), found());
        assertEquals(4, probes.count());
    }

    @Test
    void aCallThatMovedMoreIsNone() {
        event("line-1", call(SocketCall.READ, SIZE + 30));
        event("line-1", frame(Direction.IN, "PING"));
        event("line-1", frame(Direction.IN, "SAY"));
        assertEquals(2, probes.take(events));
        assertEquals(List.of(2L), found());
    }

    @Test
    void aCallBeforeAnotherFrameIsNone() {
        event("line-1", call(SocketCall.READ, SIZE));
        event("line-1", frame(Direction.IN, "SAY"));
        event("line-1", new Framed(Direction.IN, "PING", Layer.WIRE, new Span(SIZE, SIZE), "", Subject.NONE));
        probes.take(events);
        assertEquals(List.of(3L), found());
    }

    @Test
    void otherConnectionsAndTheOtherWayDoNotComeBetween() {
        event("line-1", call(SocketCall.READ, SIZE));
        event("line-2", call(SocketCall.READ, SIZE));
        event("line-1", call(SocketCall.WRITE, 90));
        event("line-1", frame(Direction.IN, "PONG"));
        event("line-2", frame(Direction.IN, "SAY"));
        probes.take(events);
        assertEquals(List.of(1L, 4L), found());
    }

    @Test
    void aProbeMayComeInALaterBatchThanItsCall() {
        assertEquals(Probes.NONE, probes.take(List.of(event("line-1", call(SocketCall.READ, SIZE)))));
        assertEquals(1, probes.take(List.of(event("line-1", frame(Direction.IN, "PING")))));
        assertEquals(List.of(1L, 2L), found());
    }

    @Test
    void whatIsForgottenIsNotFoundAgain() {
        probes.take(
                List.of(event("line-1", frame(Direction.IN, "PING")), event("line-1", call(SocketCall.READ, SIZE))));
        probes.forgetBelow(3);
        probes.take(List.of(event("line-1", frame(Direction.IN, "PING"))));
        assertEquals(List.of(3L), found());
    }

    @Test
    void insideTlsTheRecordAndTheCallUnderItAreFoundToo() {
        event("line-1", new Moved(SocketCall.READ, 0, new Span(300, SIZE + 22), Duration.ZERO));
        event("line-1", new Sealed(Direction.IN, Sealed.Content.DATA, new Span(300, SIZE + 22), new Span(90, SIZE)));
        event("line-1", new Framed(Direction.IN, "PING", Layer.INSIDE, new Span(90, SIZE), "", Subject.NONE));
        assertEquals(1, probes.take(events));
        assertEquals(List.of(1L, 2L, 3L), found());
    }
}
