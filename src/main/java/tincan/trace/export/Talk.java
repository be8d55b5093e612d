package tincan.trace.export;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tincan.trace.ByteStream;
import tincan.trace.Direction;
import tincan.trace.Ends;
import tincan.trace.Layer;
import tincan.trace.Payload;
import tincan.trace.SocketCall;
import tincan.trace.Span;
import tincan.trace.TraceEvent;
import tincan.trace.TraceEvent.Called;
import tincan.trace.ladder.Ladder;
import tincan.trace.ladder.View;

/// A connection of a recording, with what was seen of it.
///
/// @param near the end that saw it, the first if both did
/// @param far the other one, if it did as well
record Talk(Seen near, Optional<Seen> far) {

    /// A connection as one end saw it.
    ///
    /// @param events those about the connection, oldest first
    record Seen(Recording.End end, String connection, Ends between, List<TraceEvent> events) {

        Instant at(TraceEvent event) {
            return end.at(event);
        }

        /// What is kept of the bytes that went this way.
        List<Payload.Piece> bytes(Direction direction, Span span) {
            ByteStream stream = new ByteStream(connection, direction, Layer.WIRE);
            List<Payload.Piece> found = new ArrayList<>();
            for (Payload.Piece piece = end.bytes().of(stream, span); piece.bytes().length > 0; piece = end.bytes()
                    .of(stream, new Span(piece.end(), (int) (span.end() - piece.end())))) {
                found.add(piece);
            }
            return found;
        }

        View view() {
            return new View(end.events(), connection, between.side(), end.ahead());
        }
    }

    /// All connections over which bytes went as a stream, each once even if both ends saw it.
    static List<Talk> of(Recording recording) {
        List<Seen> seen = recording.ends().stream().map(Talk::streams).flatMap(List::stream).toList();
        Map<Ends, Deque<Seen>> facing = new HashMap<>();
        seen.forEach(one -> facing.computeIfAbsent(addresses(one.between(), true), _ -> new ArrayDeque<>()).add(one));
        Set<Seen> told = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Talk> talks = new ArrayList<>();
        for (Seen near : seen) {
            if (told.add(near)) {
                Deque<Seen> others = facing.getOrDefault(addresses(near.between(), false), new ArrayDeque<>());
                Optional<Seen> far = others.stream().filter(one -> !told.contains(one)).findFirst();
                far.ifPresent(told::add);
                talks.add(new Talk(near, far));
            }
        }
        return talks;
    }

    /// The addresses alone, as this end saw them or as the other end would.
    private static Ends addresses(Ends between, boolean turned) {
        return turned
                ? new Ends(between.remote(), between.local(), Ends.Side.CLIENT)
                : new Ends(between.local(), between.remote(), Ends.Side.CLIENT);
    }

    private static List<Seen> streams(Recording.End end) {
        Map<String, List<TraceEvent>> events = new HashMap<>();
        Set<String> datagrams = new HashSet<>();
        for (TraceEvent event : end.events()) {
            events.computeIfAbsent(about(event), _ -> new ArrayList<>()).add(event);
            if (event.what() instanceof TraceEvent.Datagram) {
                datagrams.add(event.connection());
            }
        }
        return end.connections().entrySet().stream().filter(entry -> !datagrams.contains(entry.getKey()))
                .map(entry -> new Seen(end, entry.getKey(), entry.getValue(),
                        events.getOrDefault(entry.getKey(), List.of())))
                .toList();
    }

    /// Which connection an event is about: an accept is about the one that it returned.
    private static String about(TraceEvent event) {
        return event.what() instanceof Called called && called.call() == SocketCall.ACCEPT
                ? called.detail().replaceFirst(" .*", "")
                : event.connection();
    }

    Ladder ladder() {
        return far.map(other -> Ladder.of(near.view(), other.view())).orElseGet(() -> Ladder.of(near.view()));
    }
}
