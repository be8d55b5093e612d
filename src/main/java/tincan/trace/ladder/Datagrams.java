package tincan.trace.ladder;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tincan.trace.Label;
import tincan.trace.SocketCall;
import tincan.trace.TraceEvent.Datagram;
import tincan.trace.ladder.Ladder.End;
import tincan.trace.ladder.Ladder.Piece;

/// Finds which datagram that one socket received is which that the other sent. Of those that are equally long and have
/// the same label, which is none if no number stands in them, the first that was sent is taken for the first that came.
final class Datagrams {
    private Datagrams() {}

    /// By what a datagram is known again.
    private record Look(int bytes, Label label) {
        static Look of(Piece piece) {
            return new Look(piece.span().bytes(), ((Datagram) piece.event().what()).label());
        }
    }

    /// The datagrams that went from this lane to the other.
    static void transfers(List<Rung> rungs, End here, Optional<End> there, Lane from) {
        Optional<End> sender = here.lane() == from ? Optional.of(here) : there;
        Optional<End> receiver = here.lane() == from ? there : Optional.of(here);
        List<Piece> sent = sender.map(end -> end.datagrams(SocketCall.SEND_TO)).orElse(List.of());
        List<Piece> received = receiver.map(end -> end.datagrams(SocketCall.RECEIVE_FROM)).orElse(List.of());
        if (receiver.isEmpty()) {
            sent.forEach(one -> rungs.add(transfer(from, Optional.of(one), Optional.empty(), true)));
            return;
        }
        Map<Piece, Piece> came = matched(sent, received);
        sent.forEach(one -> rungs.add(transfer(from, Optional.of(one), Optional.ofNullable(came.get(one)), false)));
        received.stream().filter(one -> !came.containsValue(one))
                .forEach(one -> rungs.add(transfer(from, Optional.empty(), Optional.of(one), false)));
    }

    private static Map<Piece, Piece> matched(List<Piece> sent, List<Piece> received) {
        Map<Look, Deque<Piece>> open = new HashMap<>();
        sent.forEach(one -> open.computeIfAbsent(Look.of(one), _ -> new ArrayDeque<>()).add(one));
        Map<Piece, Piece> came = new HashMap<>();
        for (Piece one : received) {
            Deque<Piece> candidates = open.getOrDefault(Look.of(one), new ArrayDeque<>());
            if (!candidates.isEmpty() && !candidates.peek().began().isAfter(one.over())) {
                came.put(candidates.remove(), one);
            }
        }
        return came;
    }

    /// @param unseen whether the receiver was not seen, so that it is a guess that the datagram came at once
    private static Rung.Transfer transfer(Lane from, Optional<Piece> sent, Optional<Piece> received, boolean unseen) {
        Piece known = sent.or(() -> received).orElseThrow();
        return new Rung.Transfer(from, known.span(), sent.map(Piece::began).orElse(known.over()),
                received.or(() -> unseen ? sent : Optional.empty()).map(Piece::over), sent.map(Piece::event),
                received.map(Piece::event), List.of());
    }
}
