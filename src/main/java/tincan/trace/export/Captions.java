package tincan.trace.export;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tincan.trace.SocketCall;
import tincan.trace.TraceEvent;
import tincan.trace.TraceEvent.Called;
import tincan.trace.TraceEvent.Failed;
import tincan.trace.TraceEvent.Framed;
import tincan.trace.TraceEvent.FramesMoved;
import tincan.trace.ladder.Lane;
import tincan.trace.ladder.Rung;

/// What is written beside the lines of a ladder. Not yet safe for a page.
final class Captions {
    private static final int NAMES = 4;

    private final PageWords words;

    Captions(PageWords words) {
        this.words = words;
    }

    String lane(Lane lane) {
        return switch (lane) {
            case CLIENT -> words.of("page.lane.client");
            case SERVER -> words.of("page.lane.server");
        };
    }

    /// How many bytes, how they were cut, and the frames of which they are.
    String transfer(Rung.Transfer transfer) {
        StringBuilder caption = new StringBuilder(bytes(transfer));
        String names = names(transfer.frames());
        if (!names.isEmpty()) {
            caption.append(" · ").append(names);
        }
        if (transfer.inferred()) {
            caption.append(" · ").append(words.of("page.arrow.inferred"));
        }
        if (transfer.arrived().isEmpty()) {
            caption.append(" · ").append(words.of("page.arrow.unread"));
        }
        return caption.toString();
    }

    private String bytes(Rung.Transfer transfer) {
        if (transfer.split()) {
            return words.of("page.arrow.split", transfer.span().bytes(),
                    transfer.write().orElseThrow().what().bytes());
        }
        return transfer.joined()
                ? words.of("page.arrow.joined", transfer.span().bytes(), transfer.read().orElseThrow().what().bytes())
                : words.of("page.arrow.bytes", transfer.span().bytes());
    }

    /// Such as `ENTRY ×3, PONG`.
    private String names(List<TraceEvent> frames) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (TraceEvent frame : frames) {
            switch (frame.what()) {
                case Framed framed -> counts.merge(framed.kind(), 1, Integer::sum);
                case FramesMoved many -> counts.merge(words.of("page.arrow.frames"), many.count(), Integer::sum);
                default -> {
                }
            }
        }
        List<String> names = counts.entrySet().stream().limit(NAMES)
                .map(entry -> entry.getKey() + (entry.getValue() == 1 ? "" : " ×" + entry.getValue())).toList();
        return String.join(", ", names) + (counts.size() > NAMES ? ", …" : "");
    }

    /// A call and what it was given.
    String mark(TraceEvent event) {
        return switch (event.what()) {
            case Called called -> called.call().posix() + spaced(called.detail());
            case Failed failed -> words.of("page.mark.failed", failed.call().posix(), failed.reason());
            case TraceEvent.Moved moved -> words.of("page.mark.end", moved.call().posix());
            default -> "";
        };
    }

    private static String spaced(String detail) {
        return detail.isEmpty() ? "" : " " + detail;
    }

    /// How long a call blocked, and why.
    String blocked(Rung.Blocked blocked) {
        String time = blocked.until().map(until -> Markup.time(Duration.between(blocked.at(), until)))
                .orElseGet(() -> words.of("page.blocked.still"));
        return words.of("page.blocked.caption", blocked.call().posix(), time, why(blocked.call()));
    }

    private String why(SocketCall call) {
        return switch (call) {
            case READ, RECEIVE_FROM -> words.of("page.blocked.read");
            case WRITE, SEND_TO -> words.of("page.blocked.write");
            case ACCEPT -> words.of("page.blocked.accept");
            case CONNECT -> words.of("page.blocked.connect");
            case SOCKET, SET_OPTION, BIND, LISTEN, SHUTDOWN, CLOSE -> words.of("page.blocked.other");
        };
    }

    String state(Rung.StateChange change) {
        return change.inferred()
                ? words.of("page.state.inferred", change.state().name())
                : change.state().name();
    }
}
