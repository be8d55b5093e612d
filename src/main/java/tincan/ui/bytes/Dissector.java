package tincan.ui.bytes;

import java.util.List;
import tincan.trace.ByteStream;
import tincan.trace.Direction;
import tincan.trace.EventLog;
import tincan.trace.Layer;
import tincan.trace.Span;
import tincan.trace.Ties;
import tincan.trace.TraceEvent;
import tincan.trace.TraceEvent.Datagram;
import tincan.trace.TraceEvent.Framed;
import tincan.trace.TraceEvent.FramesMoved;
import tincan.trace.TraceEvent.Moved;
import tincan.trace.TraceEvent.Sealed;

/// Takes the bytes of events apart: finds them in the log, and says which part of which frame or TLS record each is.
/// What is known of frames comes from the log's events; only where those tell no more than how many there were, or are
/// still to come, the lengths in the bytes are followed.
public final class Dissector {
    private final EventLog log;
    private final Ties ties;

    /// @param ties of the events of `log`
    public Dissector(EventLog log, Ties ties) {
        this.log = log;
        this.ties = ties;
    }

    /// The bytes of `event`.
    public Dissection of(TraceEvent event) {
        return new Dissection(event, switch (event.what()) {
            case Moved moved when moved.bytes() > 0 -> onTheWire(event, moved.span());
            case Datagram datagram -> List.of(datagram(event, datagram));
            case Sealed sealed -> onTheWire(event, sealed.wire());
            case Framed framed -> List.of(frames(event, framed.layer(), framed.span()));
            case FramesMoved many -> List.of(frames(event, many.layer(), many.span()));
            default -> List.of();
        });
    }

    private List<Section> onTheWire(TraceEvent event, Span wire) {
        ByteStream stream = stream(event, Layer.WIRE);
        List<TraceEvent> records = ties.records(stream, wire);
        if (records.isEmpty()) {
            return List.of(frames(event, Layer.WIRE, wire));
        }
        PartList parts = new PartList(log.payload(), stream, wire);
        records.forEach(parts::record);
        Section sent = parts.section(Section.Where.SENT);
        Span inside = inside(records);
        return inside.bytes() == 0 ? List.of(sent) : List.of(sent, frames(event, Layer.INSIDE, inside));
    }

    /// What lies in these records, which follow each other.
    private static Span inside(List<TraceEvent> records) {
        List<Span> spans = records.stream().map(record -> ((Sealed) record.what()).inside())
                .filter(span -> span.bytes() > 0).toList();
        if (spans.isEmpty()) {
            return new Span(0, 0);
        }
        long from = spans.getFirst().from();
        return new Span(from, (int) (spans.getLast().end() - from));
    }

    private Section frames(TraceEvent event, Layer layer, Span span) {
        ByteStream stream = stream(event, layer);
        PartList parts = new PartList(log.payload(), stream, span);
        ties.frames(stream, span).forEach(parts::frame);
        parts.followOn();
        return parts.section(layer == Layer.INSIDE ? Section.Where.INSIDE : Section.Where.PLAIN);
    }

    private Section datagram(TraceEvent event, Datagram datagram) {
        PartList parts = new PartList(log.payload(), stream(event, Layer.WIRE), datagram.span());
        if (datagram.label().isKnown()) {
            parts.packet(datagram.span());
        } else {
            parts.datagram(datagram.span());
        }
        return parts.section(Section.Where.PLAIN);
    }

    private static ByteStream stream(TraceEvent event, Layer layer) {
        Direction direction = event.direction();
        return new ByteStream(event.connection(), direction, layer);
    }
}
