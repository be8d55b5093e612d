package tincan.ui.ladder;

import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.time.Instant;
import tincan.text.Printable;
import tincan.text.Text;
import tincan.trace.Label;
import tincan.trace.TraceEvent;
import tincan.trace.TraceEvent.Called;
import tincan.trace.TraceEvent.Datagram;
import tincan.trace.TraceEvent.Failed;
import tincan.trace.TraceEvent.Framed;
import tincan.trace.TraceEvent.Moved;
import tincan.trace.ladder.Rung;
import tincan.ui.AddressVeil;
import tincan.ui.Excerpt;
import tincan.ui.Spans;
import tincan.wire.Kind;

/// What stands beside the parts of a ladder.
final class LadderWords {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);
    /// So many kinds of frames are named.
    private static final int NAMED = 3;
    /// So many characters of what is not ours are shown.
    private static final int LONGEST = 160;
    /// So much of a heading is shown.
    private static final int TITLE = 120;

    private final Text text;
    private final ZoneId zone;
    private final AddressVeil veil;

    LadderWords(Text text, ZoneId zone, AddressVeil veil) {
        this.text = text;
        this.zone = zone;
        this.veil = veil;
    }

    /// Who is at one of the two ends.
    String heading(String title) {
        return Excerpt.of(veil.of(title), TITLE);
    }

    /// Whether it is nothing but a question whether the other side is there, or its answer.
    static boolean isProbe(Rung rung) {
        return rung instanceof Rung.Transfer transfer && !transfer.frames().isEmpty()
                && transfer.frames().stream().allMatch(event -> Kind.isProbe(kind(event)));
    }

    private static String kind(TraceEvent event) {
        return event.what() instanceof Framed framed ? harmless(framed.kind()) : "";
    }

    /// What another program may have said its end saw.
    private static String harmless(String words) {
        return Excerpt.of(Printable.line(words), LONGEST);
    }

    /// The first moment of a picture.
    String time(Instant at) {
        return TIME.format(at.atZone(zone));
    }

    /// How long after the moment before.
    String later(Duration than) {
        return "+" + Spans.of(than, text.locale());
    }

    /// Which frames went, and how many bytes.
    String transfer(Rung.Transfer transfer) {
        List<String> parts = new ArrayList<>();
        if (!transfer.frames().isEmpty()) {
            parts.add(frames(transfer.frames()));
        }
        label(transfer).ifPresent(parts::add);
        parts.add(bytes(transfer));
        if (transfer.arrived().isEmpty()) {
            parts.add(text.of("ladder.under-way"));
        } else if (transfer.inferred()) {
            parts.add(text.of("ladder.inferred"));
        }
        return String.join(" · ", parts);
    }

    /// What a datagram is, if that is known.
    private Optional<String> label(Rung.Transfer transfer) {
        return transfer.write().or(transfer::read).map(TraceEvent::what)
                .flatMap(what -> what instanceof Datagram datagram ? Optional.of(datagram.label()) : Optional.empty())
                .filter(Label::isKnown)
                .map(label -> text.of("log.packet", harmless(label.kind()), label.number(), label.sender()));
    }

    private String bytes(Rung.Transfer transfer) {
        int bytes = transfer.span().bytes();
        if (transfer.split()) {
            return text.of("ladder.split", bytes, transfer.write().orElseThrow().what().bytes());
        }
        return transfer.joined()
                ? text.of("ladder.joined", bytes, transfer.read().orElseThrow().what().bytes())
                : text.of("ladder.bytes", bytes);
    }

    private String frames(List<TraceEvent> frames) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (TraceEvent frame : frames) {
            int count = frame.what() instanceof TraceEvent.FramesMoved many ? many.count() : 1;
            counts.merge(count == 1 ? kind(frame) : text.of("log.name.frames"), count, Integer::sum);
        }
        List<String> names = counts.entrySet().stream().limit(NAMED)
                .map(entry -> entry.getValue() == 1 ? entry.getKey() : entry.getKey() + " ×" + entry.getValue())
                .toList();
        return String.join(", ", names) + (counts.size() > NAMED ? " …" : "");
    }

    /// The call and what it was about.
    String mark(Rung.Mark mark) {
        return Excerpt.of(veil.of(told(mark)));
    }

    private String told(Rung.Mark mark) {
        return switch (mark.event().what()) {
            case Called called -> called.call().posix() + spaced(harmless(called.detail()));
            case Moved moved -> moved.call().posix() + " · " + text.of("ladder.end-of-stream");
            case Failed failed -> text.of("ladder.failed", failed.call().posix(), harmless(failed.reason()));
            case Datagram datagram -> datagram.call().posix() + spaced(datagram.address());
            default -> "";
        };
    }

    private static String spaced(String words) {
        return words.isEmpty() ? "" : " " + words;
    }

    /// Who waits in which call, and how long.
    String blocked(Rung.Blocked blocked) {
        return blocked.until()
                .map(until -> text.of("ladder.blocked", blocked.call().posix(),
                        Spans.of(Duration.between(blocked.at(), until), text.locale())))
                .orElseGet(() -> text.of("ladder.blocks", blocked.call().posix()));
    }

    /// The state's name, and whether it is a guess.
    String state(Rung.StateChange change) {
        return change.inferred() ? text.of("ladder.state.inferred", change.state().name()) : change.state().name();
    }

    /// The whole picture for those who hear it: how much there is, and what happened last.
    String spoken(LadderPicture picture) {
        return picture.rungs().reversed().stream().filter(Rung.Transfer.class::isInstance).findFirst()
                .map(rung -> text.of("ladder.spoken", picture.rungs().size(),
                        ((Rung.Transfer) rung).from() == tincan.trace.ladder.Lane.CLIENT
                                ? heading(picture.client())
                                : heading(picture.server()),
                        transfer((Rung.Transfer) rung)))
                .orElseGet(() -> text.of("ladder.empty"));
    }
}
