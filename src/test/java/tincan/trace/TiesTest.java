package tincan.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tincan.trace.TraceEvent.Framed;
import tincan.trace.TraceEvent.Moved;
import tincan.trace.TraceEvent.Sealed;

final class TiesTest {
    private final List<TraceEvent> events = new ArrayList<>();

    private TraceEvent event(TraceEvent.What what) {
        TraceEvent event = new TraceEvent(events.size() + 1L, Instant.EPOCH, "line-1", what);
        events.add(event);
        return event;
    }

    private TraceEvent write(long from, int bytes) {
        return event(new Moved(SocketCall.WRITE, 0, new Span(from, bytes), Duration.ZERO));
    }

    private TraceEvent record(Span wire, Span inside) {
        return event(new Sealed(Direction.OUT, Sealed.Content.DATA, wire, inside));
    }

    private TraceEvent frame(Layer layer, long from, int bytes, Subject subject) {
        return event(new Framed(Direction.OUT, "ENTRY", layer, new Span(from, bytes), "", subject));
    }

    private List<Long> tied(TraceEvent event) {
        return new Ties(events).of(event).stream().map(TraceEvent::number).toList();
    }

    @Test
    void aFrameIsTiedToAllWritesThatCarriedItAndAWriteToAllItsFrames() {
        TraceEvent first = write(0, 100);
        TraceEvent second = write(100, 100);
        TraceEvent whole = frame(Layer.WIRE, 0, 40, Subject.NONE);
        TraceEvent across = frame(Layer.WIRE, 40, 120, Subject.NONE);
        assertEquals(List.of(1L, 3L), tied(whole));
        assertEquals(List.of(1L, 2L, 4L), tied(across));
        assertEquals(List.of(1L, 3L, 4L), tied(first));
        assertEquals(List.of(2L, 4L), tied(second));
    }

    @Test
    void aFrameInsideTlsIsTiedThroughItsRecords() {
        event(new Sealed(Direction.OUT, Sealed.Content.HANDSHAKE, new Span(0, 300), new Span(0, 0)));
        write(0, 300);
        TraceEvent one = record(new Span(300, 122), new Span(0, 100));
        TraceEvent two = record(new Span(422, 72), new Span(100, 50));
        TraceEvent both = write(300, 194);
        TraceEvent frame = frame(Layer.INSIDE, 90, 60, Subject.NONE);
        TraceEvent early = frame(Layer.INSIDE, 0, 90, Subject.NONE);
        assertEquals(List.of(one.number(), two.number(), both.number(), frame.number()), tied(frame));
        assertEquals(List.of(one.number(), both.number(), early.number()), tied(early));
        assertEquals(List.of(one.number(), two.number(), both.number(), frame.number(), early.number()), tied(both));
        assertEquals(List.of(2L), tied(events.get(1)).stream().filter(number -> number != 1).toList());
        assertEquals(List.of(frame), new Ties(events).framesOnTheWire("line-1", Direction.OUT, new Span(430, 10)));
    }

    @Test
    void theOtherWayAndOtherConnectionsAreNotTied() {
        TraceEvent frame = frame(Layer.WIRE, 0, 40, Subject.NONE);
        event(new Moved(SocketCall.READ, 0, new Span(0, 40), Duration.ZERO));
        events.add(new TraceEvent(3, Instant.EPOCH, "line-2",
                new Moved(SocketCall.WRITE, 0, new Span(0, 40), Duration.ZERO)));
        assertEquals(List.of(1L), tied(frame));
    }

    @Test
    void aMessageIsFoundByItsNumbers() {
        TraceEvent said = frame(Layer.WIRE, 0, 40, new Subject(0, 7, 0));
        TraceEvent entry = frame(Layer.WIRE, 40, 80, new Subject(12, 7, 2));
        frame(Layer.WIRE, 120, 80, new Subject(13, 7, 3));
        assertEquals(List.of(said), new Ties(events).ofText(7));
        assertEquals(List.of(entry), new Ties(events).ofEntry(12));
    }

    @Test
    void aTextIsFoundByItsAuthorToo() {
        TraceEvent hers = frame(Layer.WIRE, 0, 40, new Subject(0, 7, 1));
        frame(Layer.WIRE, 40, 40, new Subject(0, 7, 2));
        TraceEvent unknown = frame(Layer.WIRE, 80, 40, new Subject(0, 7, 0));
        assertEquals(List.of(hers, unknown), new Ties(events).ofText(7, 1));
    }
}
