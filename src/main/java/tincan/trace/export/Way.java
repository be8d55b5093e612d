package tincan.trace.export;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import tincan.trace.Direction;
import tincan.trace.Payload;
import tincan.trace.SocketCall;
import tincan.trace.Span;
import tincan.trace.TraceEvent;
import tincan.trace.TraceEvent.Called;
import tincan.trace.TraceEvent.Moved;

/// What went one way over a connection: as it was written where the writer was seen, otherwise as it was read.
///
/// @param writer who wrote it, if that end was seen
/// @param reader who read it, if that end was seen
record Way(Optional<Talk.Seen> writer, Optional<Talk.Seen> reader) {

    /// Bytes that went at once.
    record Sent(Span span, Instant at) {}

    /// What is kept of them, and where.
    record Kept(Talk.Seen where, Direction direction, Span span) {
        byte[] bytes() {
            return where.bytes(direction, span).getFirst().bytes();
        }
    }

    /// What went, in the order of the stream, none of it before `opened`.
    List<Sent> sent(Instant opened) {
        List<Sent> written = moved(writer, SocketCall.WRITE);
        List<Sent> read = moved(reader, SocketCall.READ);
        TreeMap<Long, Sent> all = new TreeMap<>();
        written.forEach(sent -> all.put(sent.span().from(), sent));
        read.forEach(taken -> uncovered(taken.span(), written)
                .forEach(span -> all.put(span.from(), new Sent(span, taken.at()))));
        List<Sent> ordered = new ArrayList<>();
        Instant last = opened;
        for (Sent sent : all.values()) {
            last = later(last, sent.at());
            ordered.add(new Sent(sent.span(), last));
        }
        return ordered;
    }

    /// What was read and when, none of it before it was sent.
    List<Sent> taken(List<Sent> sent) {
        TreeMap<Long, Sent> byPlace = new TreeMap<>();
        sent.forEach(one -> byPlace.put(one.span().from(), one));
        return moved(reader, SocketCall.READ).stream().map(read -> {
            var carrier = byPlace.floorEntry(read.span().end() - 1);
            return carrier == null ? read : new Sent(read.span(), later(read.at(), carrier.getValue().at()));
        }).toList();
    }

    /// When its end was said, if it was.
    Optional<Instant> ended() {
        return writer.flatMap(seen -> seen.events().stream()
                .filter(event -> event.what() instanceof Called called
                        && (called.call() == SocketCall.SHUTDOWN || called.call() == SocketCall.CLOSE))
                .findFirst().map(event -> seen.at(event).minus(((Called) event.what()).took())))
                .or(() -> reader.flatMap(seen -> seen.events().stream()
                        .filter(event -> event.what() instanceof Moved moved && moved.call() == SocketCall.READ
                                && moved.bytes() == 0)
                        .findFirst().map(seen::at)));
    }

    /// What is kept of these bytes, by either end.
    List<Kept> kept(Span span) {
        List<Kept> found = new ArrayList<>();
        writer.ifPresent(seen -> find(found, seen, Direction.OUT, List.of(span)));
        reader.ifPresent(seen -> find(found, seen, Direction.IN,
                uncovered(span, found.stream().map(kept -> new Sent(kept.span(), Instant.EPOCH)).toList())));
        found.sort((one, other) -> Long.compare(one.span().from(), other.span().from()));
        return found;
    }

    private static void find(List<Kept> found, Talk.Seen seen, Direction direction, List<Span> wanted) {
        for (Span span : wanted) {
            for (Payload.Piece piece : seen.bytes(direction, span)) {
                for (long at = piece.from(); at < piece.end(); at += Packet.MOST_DATA) {
                    Span part = new Span(at, (int) Math.min(Packet.MOST_DATA, piece.end() - at));
                    found.add(new Kept(seen, direction, part));
                }
            }
        }
    }

    /// What of `span` none of the others has; those are in the order of the stream.
    private static List<Span> uncovered(Span span, List<Sent> others) {
        List<Span> holes = new ArrayList<>();
        long at = span.from();
        for (int i = firstBeyond(others, span.from()); i < others.size()
                && others.get(i).span().from() < span.end(); i++) {
            Span other = others.get(i).span();
            if (other.from() > at) {
                holes.add(new Span(at, (int) (other.from() - at)));
            }
            at = Math.max(at, other.end());
        }
        if (at < span.end()) {
            holes.add(new Span(at, (int) (span.end() - at)));
        }
        return holes;
    }

    /// The first that ends behind `place`.
    private static int firstBeyond(List<Sent> sorted, long place) {
        int low = 0;
        int high = sorted.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted.get(middle).span().end() <= place) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// Writes by when they began, reads by when they were over.
    private static List<Sent> moved(Optional<Talk.Seen> seen, SocketCall call) {
        List<Sent> found = new ArrayList<>();
        for (TraceEvent event : seen.map(Talk.Seen::events).orElse(List.of())) {
            if (event.what() instanceof Moved moved && moved.call() == call && moved.bytes() > 0) {
                Instant over = seen.orElseThrow().at(event);
                found.add(new Sent(moved.span(), call == SocketCall.WRITE ? over.minus(moved.took()) : over));
            }
        }
        return found;
    }

    static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
