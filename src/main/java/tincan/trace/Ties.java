package tincan.trace;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import tincan.trace.TraceEvent.Framed;
import tincan.trace.TraceEvent.FramesMoved;
import tincan.trace.TraceEvent.Moved;
import tincan.trace.TraceEvent.Sealed;

/// Which events of a log belong together because they are about the same bytes: a frame, the TLS records it lies in,
/// and the reads or writes that carried those; and which frames are about the same entry of the conversation.
///
/// A snapshot: it knows the events it was made of. Not for several threads.
public final class Ties {
    private final Map<Way, Lane> lanes = new HashMap<>();
    private final List<TraceEvent> frames = new ArrayList<>();

    /// One way of one connection.
    private record Way(String connection, Direction direction) {
        static Way of(TraceEvent event) {
            return new Way(event.connection(), event.direction());
        }
    }

    /// What happened to the bytes of one way, by where they begin.
    private static final class Lane {
        private final NavigableMap<Long, TraceEvent> calls = new TreeMap<>();
        private final NavigableMap<Long, TraceEvent> records = new TreeMap<>();
        /// The records that hold data, by where that begins.
        private final NavigableMap<Long, TraceEvent> insides = new TreeMap<>();
        private final NavigableMap<Long, TraceEvent> frames = new TreeMap<>();
    }

    public Ties(Collection<TraceEvent> events) {
        events.forEach(this::add);
    }

    private void add(TraceEvent event) {
        Lane lane = lanes.computeIfAbsent(Way.of(event), _ -> new Lane());
        switch (event.what()) {
            case Moved moved when moved.bytes() > 0 -> lane.calls.put(moved.span().from(), event);
            case Sealed sealed -> {
                lane.records.put(sealed.wire().from(), event);
                if (sealed.inside().bytes() > 0) {
                    lane.insides.put(sealed.inside().from(), event);
                }
            }
            case Framed framed -> {
                lane.frames.put(framed.span().from(), event);
                frames.add(event);
            }
            case FramesMoved many -> {
                lane.frames.put(many.span().from(), event);
                frames.add(event);
            }
            default -> {
            }
        }
    }

    /// The event and all that are about bytes of it, in the order they happened.
    public List<TraceEvent> of(TraceEvent event) {
        Lane lane = lanes.getOrDefault(Way.of(event), new Lane());
        List<TraceEvent> all = switch (event.what()) {
            case Framed framed -> carriers(lane, framed.layer(), framed.span());
            case FramesMoved many -> carriers(lane, many.layer(), many.span());
            case Sealed sealed -> around(lane, sealed.wire(), List.of(event));
            case Moved moved -> around(lane, moved.span(), meeting(lane.records, moved.span(), Ties::wire));
            default -> List.of();
        };
        TreeSet<TraceEvent> sorted = new TreeSet<>(Comparator.comparingLong(TraceEvent::number));
        sorted.add(event);
        sorted.addAll(all);
        return List.copyOf(sorted);
    }

    private static List<TraceEvent> carriers(Lane lane, Layer layer, Span span) {
        if (layer == Layer.WIRE) {
            return meeting(lane.calls, span, Ties::wire);
        }
        List<TraceEvent> records = meeting(lane.insides, span, Ties::inside);
        return Stream.concat(records.stream(),
                records.stream().flatMap(record -> meeting(lane.calls, wire(record), Ties::wire).stream())).toList();
    }

    /// What lies in these records, and the calls that carried them.
    private static List<TraceEvent> around(Lane lane, Span wire, List<TraceEvent> records) {
        List<TraceEvent> all = new ArrayList<>(records);
        all.addAll(meeting(lane.calls, wire, Ties::wire));
        if (records.isEmpty()) {
            all.addAll(framesIn(lane, Layer.WIRE, wire));
        }
        for (TraceEvent record : records) {
            all.addAll(framesIn(lane, Layer.INSIDE, ((Sealed) record.what()).inside()));
        }
        return all;
    }

    private static List<TraceEvent> framesIn(Lane lane, Layer layer, Span span) {
        return meeting(lane.frames, span, Ties::frame).stream()
                .filter(event -> (event.what() instanceof Framed framed
                        ? framed.layer()
                        : ((FramesMoved) event.what()).layer()) == layer)
                .toList();
    }

    /// Those of `sorted` that have a byte of `span`.
    private static List<TraceEvent> meeting(NavigableMap<Long, TraceEvent> sorted, Span span, Spanned of) {
        Long first = sorted.floorKey(span.from());
        return sorted.tailMap(first == null ? span.from() : first, true).headMap(span.end(), false).values().stream()
                .filter(event -> of.span(event).meets(span)).toList();
    }

    private interface Spanned {
        Span span(TraceEvent event);
    }

    private static Span wire(TraceEvent event) {
        return event.what() instanceof Moved moved ? moved.span() : ((Sealed) event.what()).wire();
    }

    private static Span inside(TraceEvent event) {
        return ((Sealed) event.what()).inside();
    }

    private static Span frame(TraceEvent event) {
        return event.what() instanceof Framed framed ? framed.span() : ((FramesMoved) event.what()).span();
    }

    /// The frames of one layer of which a byte lies in `span` there, in the order they went.
    public List<TraceEvent> frames(ByteStream stream, Span span) {
        return framesIn(lane(stream), stream.layer(), span);
    }

    /// The TLS records of which a byte lies in `span` of the wire, in the order they went.
    public List<TraceEvent> records(ByteStream wire, Span span) {
        return meeting(lane(wire).records, span, Ties::wire);
    }

    private Lane lane(ByteStream stream) {
        return lanes.getOrDefault(new Way(stream.connection(), stream.direction()), new Lane());
    }

    /// The frames of which a byte lies among these on the wire.
    public List<TraceEvent> framesOnTheWire(String connection, Direction direction, Span wire) {
        Lane lane = lanes.getOrDefault(new Way(connection, direction), new Lane());
        List<TraceEvent> records = meeting(lane.records, wire, Ties::wire);
        return records.isEmpty()
                ? framesIn(lane, Layer.WIRE, wire)
                : records.stream().flatMap(
                        record -> framesIn(lane, Layer.INSIDE, ((Sealed) record.what()).inside()).stream()).distinct()
                        .toList();
    }

    /// The frames that carried an entry of the room, in the order they went.
    public List<TraceEvent> ofEntry(long seq) {
        return about((first, last) -> first.isEntry(seq, last));
    }

    /// The frames with which a text was said that its author gave this number.
    public List<TraceEvent> ofText(long id) {
        return about((first, last) -> first.isText(id, last));
    }

    /// The same of one author, and of authors who are not known.
    public List<TraceEvent> ofText(long id, int author) {
        return about((first, last) -> first.isText(id, last) && (first.author() == author || first.author() == 0));
    }

    private List<TraceEvent> about(BiPredicate<Subject, Subject> wanted) {
        return frames.stream().filter(event -> switch (event.what()) {
            case Framed framed -> wanted.test(framed.subject(), framed.subject());
            case FramesMoved many -> wanted.test(many.first(), many.last());
            default -> false;
        }).toList();
    }
}
