package tincan.ui.log;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import tincan.text.Text;
import tincan.trace.Label;
import tincan.trace.SocketCall;
import tincan.trace.TraceEvent;
import tincan.trace.TraceEvent.Began;
import tincan.trace.TraceEvent.Call;
import tincan.trace.TraceEvent.Called;
import tincan.trace.TraceEvent.Datagram;
import tincan.trace.TraceEvent.Ended;
import tincan.trace.TraceEvent.Failed;
import tincan.trace.TraceEvent.Framed;
import tincan.trace.TraceEvent.FramesMoved;
import tincan.trace.TraceEvent.Moved;
import tincan.trace.TraceEvent.Note;
import tincan.trace.TraceEvent.Sealed;
import tincan.ui.AddressVeil;
import tincan.ui.Excerpt;
import tincan.ui.Spans;

/// What the columns of a log row say.
final class LogWords {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);

    private final Text text;
    private final ZoneId zone;
    private final AddressVeil veil;

    LogWords(Text text, ZoneId zone, AddressVeil veil) {
        this.text = text;
        this.zone = zone;
        this.veil = veil;
    }

    String time(TraceEvent event) {
        return TIME.format(event.at().atZone(zone));
    }

    /// The name of the call or the kind of the frame.
    String name(TraceEvent event) {
        return switch (event.what()) {
            case Call call -> call.call().posix();
            case Sealed _ -> text.of("log.name.sealed");
            case Framed framed -> framed.kind();
            case FramesMoved _ -> text.of("log.name.frames");
            case Note _ -> text.of("log.name.note");
        };
    }

    /// How many bytes it moved; empty if it is none that could.
    String bytes(TraceEvent event) {
        return event.what().bytes() == 0 ? "" : String.format(text.locale(), "%,d", event.what().bytes());
    }

    /// How long the caller was blocked; empty for what is no call.
    String took(TraceEvent event) {
        return switch (event.what()) {
            case Ended ended when !ended.took().isZero() -> Spans.of(ended.took(), text.locale());
            case Call _,Sealed _,Framed _,FramesMoved _,Note _ -> "";
        };
    }

    /// What it means: what the call does, what the frame says, why it failed. One line.
    String meaning(TraceEvent event) {
        return Excerpt.of(veil.of(told(event)));
    }

    private String told(TraceEvent event) {
        return switch (event.what()) {
            case Began began -> join(began.detail(), text.of("log.meaning.began"));
            case Called called -> join(called.detail(), text.of("log.meaning", called.call()));
            case Moved moved -> moved.call() == SocketCall.READ && moved.bytes() == 0
                    ? text.of("log.meaning.end-of-stream")
                    : text.of("log.meaning", moved.call());
            case Datagram datagram -> join(datagram.address(),
                    join(label(datagram.label()), text.of("log.meaning", datagram.call())));
            case Sealed sealed -> sealed(sealed);
            case Failed failed -> text.of("log.meaning.failed", failed.reason());
            case Framed framed -> oneLine(framed.excerpt());
            case FramesMoved moved -> text.of("log.meaning.frames", moved.count());
            case Note note -> oneLine(note.text());
        };
    }

    private String label(Label label) {
        return label.isKnown() ? text.of("log.packet", label.kind(), label.number(), label.sender()) : "";
    }

    private String sealed(Sealed sealed) {
        return switch (sealed.content()) {
            case HANDSHAKE -> text.of("log.meaning.sealed-handshake");
            case DATA -> text.of("log.meaning.sealed-data", sealed.inside().bytes(),
                    sealed.wire().bytes() - sealed.inside().bytes());
            case CONTROL -> text.of("log.meaning.sealed-control");
        };
    }

    private static String join(String detail, String words) {
        return detail.isEmpty() ? words : oneLine(detail) + "  ·  " + words;
    }

    /// What it is, how many bytes it moved and where they lie among those of its way.
    String heading(TraceEvent event) {
        return position(event.what())
                .map(from -> text.of("log.heading.bytes", name(event), event.what().bytes(), from, event.connection(),
                        text.of("log.way", event.direction())))
                .orElseGet(() -> text.of("log.heading.call", name(event), event.connection()));
    }

    private static Optional<Long> position(TraceEvent.What what) {
        return switch (what) {
            case Moved moved when moved.bytes() > 0 -> Optional.of(moved.span().from());
            case Datagram datagram -> Optional.of(datagram.span().from());
            case Sealed sealed -> Optional.of(sealed.wire().from());
            case Framed framed -> Optional.of(framed.span().from());
            case FramesMoved many -> Optional.of(many.span().from());
            case Call _,Note _ -> Optional.empty();
        };
    }

    /// Everything a search looks at, in lower case.
    String searched(TraceEvent event) {
        return (event.connection() + ' ' + event.direction().arrow() + ' ' + name(event) + ' ' + meaning(event))
                .toLowerCase(Locale.ROOT);
    }

    /// The row as a line of a text file, its columns apart by tabs.
    String line(TraceEvent event) {
        return String.join("\t", time(event), event.connection(), event.direction().arrow(), name(event),
                Integer.toString(event.what().bytes()), took(event), meaning(event));
    }

    /// Line ends and other control characters as a program writes them: `\n`, `\x1b`.
    private static String oneLine(String words) {
        if (words.chars().noneMatch(LogWords::control)) {
            return words;
        }
        StringBuilder line = new StringBuilder(words.length());
        words.chars().forEach(unit -> line.append(control(unit) ? escape(unit) : Character.toString(unit)));
        return line.toString();
    }

    private static boolean control(int unit) {
        return unit < ' ' || (unit >= 0x7F && unit < 0xA0) || (unit >= 0x2028 && unit <= 0x202E);
    }

    private static String escape(int unit) {
        return switch (unit) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> String.format(Locale.ROOT, unit < 0x100 ? "\\x%02x" : "\\u%04x", unit);
        };
    }
}
