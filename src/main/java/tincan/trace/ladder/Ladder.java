package tincan.trace.ladder;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tincan.trace.Direction;
import tincan.trace.SocketCall;
import tincan.trace.Span;
import tincan.trace.Ties;
import tincan.trace.TraceEvent;
import tincan.trace.TraceEvent.Called;
import tincan.trace.TraceEvent.Datagram;
import tincan.trace.TraceEvent.Moved;

/// One connection from above: what each end did, which bytes went between them, and when.
///
/// @param rungs what there is to see, by when it begins
/// @param far whether the other end was seen as well; if not, what it did is inferred
public record Ladder(List<Rung> rungs, boolean far) {

    /// Of one end.
    public static Ladder of(View near) {
        return build(near, Optional.empty());
    }

    /// Of both ends, by the clock of the first.
    public static Ladder of(View near, View far) {
        return build(near, Optional.of(far));
    }

    private static Ladder build(View near, Optional<View> far) {
        List<Rung> rungs = new ArrayList<>();
        End here = new End(near);
        Optional<End> there = far.map(End::new);
        transfers(rungs, here, there, here.lane());
        transfers(rungs, here, there, here.lane().other());
        Datagrams.transfers(rungs, here, there, here.lane());
        Datagrams.transfers(rungs, here, there, here.lane().other());
        here.addTo(rungs);
        there.ifPresent(end -> end.addTo(rungs));
        rungs.addAll(States.of(here, there));
        rungs.sort(Comparator.comparing(Rung::at));
        return new Ladder(List.copyOf(rungs), far.isPresent());
    }

    /// The bytes that went from this lane to the other.
    private static void transfers(List<Rung> rungs, End here, Optional<End> there, Lane from) {
        Optional<End> writer = here.lane() == from ? Optional.of(here) : there;
        Optional<End> reader = here.lane() == from ? there : Optional.of(here);
        List<Piece> writes = writer.map(end -> end.moved(SocketCall.WRITE)).orElse(List.of());
        List<Piece> reads = reader.map(end -> end.moved(SocketCall.READ)).orElse(List.of());
        if (reader.isEmpty()) {
            writes.forEach(write -> rungs.add(transfer(from, write.span(), Optional.of(write), Optional.empty(),
                    Optional.of(write.over()), frames(writer, reader, write.span()))));
            return;
        }
        if (writer.isEmpty()) {
            reads.forEach(read -> rungs.add(transfer(from, read.span(), Optional.empty(), Optional.of(read),
                    Optional.of(read.over()), frames(writer, reader, read.span()))));
            return;
        }
        matched(writes, reads, (span, write, read, seen) -> rungs.add(transfer(from, span, write, read,
                read.or(() -> seen ? write : Optional.empty()).map(Piece::over), frames(writer, reader, span))));
    }

    private static Rung.Transfer transfer(Lane from, Span span, Optional<Piece> write, Optional<Piece> read,
            Optional<Instant> arrived, List<TraceEvent> frames) {
        Instant left = write.map(Piece::began).or(() -> read.map(Piece::over)).orElseThrow();
        return new Rung.Transfer(from, span, left, arrived, write.map(Piece::event), read.map(Piece::event), frames);
    }

    private static List<TraceEvent> frames(Optional<End> writer, Optional<End> reader, Span span) {
        return writer.map(end -> end.frames(Direction.OUT, span)).filter(found -> !found.isEmpty())
                .or(() -> reader.map(end -> end.frames(Direction.IN, span))).orElse(List.of());
    }

    private interface Match {
        /// @param seen whether later bytes were seen to be read, so that these were as well
        void take(Span span, Optional<Piece> write, Optional<Piece> read, boolean seen);
    }

    /// Cuts the stream at the ends of all writes and reads, and names for each piece who wrote and who read it. Of
    /// either some may not have been seen.
    private static void matched(List<Piece> writes, List<Piece> reads, Match match) {
        int next = 0;
        long at = 0;
        for (Piece write : writes) {
            next = unwritten(reads, next, new Gap(at, write.span().from()), match);
            at = write.span().from();
            while (at < write.span().end()) {
                while (next < reads.size() && reads.get(next).span().end() <= at) {
                    next++;
                }
                boolean seen = next < reads.size();
                Optional<Piece> taker = seen && reads.get(next).span().from() <= at
                        ? Optional.of(reads.get(next))
                        : Optional.empty();
                long until = taker.map(piece -> piece.span().end())
                        .orElse(seen ? reads.get(next).span().from() : Long.MAX_VALUE);
                long end = Math.min(until, write.span().end());
                match.take(new Span(at, (int) (end - at)), Optional.of(write), taker, seen);
                at = end;
            }
        }
        unwritten(reads, next, new Gap(at, Long.MAX_VALUE), match);
    }

    /// Bytes that nobody was seen to write.
    private record Gap(long from, long until) {}

    /// Names who read bytes that nobody was seen to write.
    ///
    /// @param next the first read that may have
    /// @return the first that goes beyond them
    private static int unwritten(List<Piece> reads, int next, Gap gap, Match match) {
        for (int i = next; i < reads.size(); i++) {
            Piece read = reads.get(i);
            long from = Math.max(gap.from(), read.span().from());
            long end = Math.min(gap.until(), read.span().end());
            if (from < end) {
                match.take(new Span(from, (int) (end - from)), Optional.empty(), Optional.of(read), true);
            }
            if (read.span().end() > gap.until()) {
                return i;
            }
        }
        return reads.size();
    }

    /// A read or a write.
    record Piece(TraceEvent event, Span span, Instant began, Instant over) {}

    /// What one end did.
    static final class End {
        private final View view;
        private final List<TraceEvent> events;
        private final Ties ties;
        private final Optional<String> listener;

        End(View view) {
            this.view = view;
            this.listener = View.listener(view.events(), view.connection());
            this.events = view.events().stream().filter(this::isAbout).toList();
            this.ties = new Ties(events);
        }

        /// Of the listener, what it did before and with this connection.
        private boolean isAbout(TraceEvent event) {
            if (event.connection().equals(view.connection())) {
                return !(event.what() instanceof Datagram datagram) || view.peer().isEmpty()
                        || datagram.peer().equals(view.peer().get());
            }
            return listener.filter(event.connection()::equals).isPresent()
                    && event.what() instanceof Called called && switch (called.call()) {
                        case SOCKET, BIND, LISTEN -> true;
                        case ACCEPT -> View.isOf(view.connection(), called.detail());
                        default -> false;
                    };
        }

        Lane lane() {
            return Lane.of(view.side());
        }

        List<TraceEvent> events() {
            return events;
        }

        Instant at(TraceEvent event) {
            return event.at().minus(view.ahead());
        }

        List<Piece> moved(SocketCall call) {
            List<Piece> pieces = new ArrayList<>();
            for (TraceEvent event : events) {
                if (event.what() instanceof Moved moved && moved.call() == call && moved.bytes() > 0) {
                    pieces.add(new Piece(event, moved.span(), at(event).minus(moved.took()), at(event)));
                }
            }
            return pieces;
        }

        List<Piece> datagrams(SocketCall call) {
            List<Piece> pieces = new ArrayList<>();
            for (TraceEvent event : events) {
                if (event.what() instanceof Datagram datagram && datagram.call() == call) {
                    pieces.add(new Piece(event, datagram.span(), at(event).minus(datagram.took()), at(event)));
                }
            }
            return pieces;
        }

        List<TraceEvent> frames(Direction direction, Span wire) {
            return ties.framesOnTheWire(view.connection(), direction, wire);
        }

        void addTo(List<Rung> rungs) {
            Set<Long> over = new HashSet<>();
            for (TraceEvent event : events) {
                switch (event.what()) {
                    case Moved moved -> {
                        blocked(rungs, event, moved);
                        if (moved.bytes() == 0) {
                            rungs.add(new Rung.Mark(lane(), at(event), event));
                        }
                        over.add(moved.began());
                    }
                    case TraceEvent.Ended ended -> {
                        blocked(rungs, event, ended);
                        if (!(ended instanceof Datagram)) {
                            rungs.add(new Rung.Mark(lane(), at(event), event));
                        }
                        over.add(ended.began());
                    }
                    default -> {
                    }
                }
            }
            for (TraceEvent event : events) {
                if (event.what() instanceof TraceEvent.Began began && !over.contains(event.number())) {
                    rungs.add(new Rung.Blocked(lane(), began.call(), at(event), Optional.empty()));
                }
            }
        }

        private void blocked(List<Rung> rungs, TraceEvent event, TraceEvent.Ended ended) {
            if (ended.began() != 0) {
                rungs.add(new Rung.Blocked(lane(), ended.call(), at(event).minus(ended.took()),
                        Optional.of(at(event))));
            }
        }
    }
}
