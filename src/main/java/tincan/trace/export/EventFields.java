package tincan.trace.export;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import tincan.trace.Direction;
import tincan.trace.Ends;
import tincan.trace.Label;
import tincan.trace.Layer;
import tincan.trace.SocketCall;
import tincan.trace.Span;
import tincan.trace.Subject;
import tincan.trace.TraceEvent;
import tincan.trace.TraceEvent.Began;
import tincan.trace.TraceEvent.Called;
import tincan.trace.TraceEvent.Datagram;
import tincan.trace.TraceEvent.Ended;
import tincan.trace.TraceEvent.Failed;
import tincan.trace.TraceEvent.Framed;
import tincan.trace.TraceEvent.FramesMoved;
import tincan.trace.TraceEvent.Moved;
import tincan.trace.TraceEvent.Note;
import tincan.trace.TraceEvent.Sealed;
import tincan.trace.TraceEvent.What;
import tools.jackson.core.JsonGenerator;

/// An event as the fields of a line, written and read: face to face, so that one can be held against the other.
final class EventFields {
    private static final int LAST_PORT = 65_535;

    private EventFields() {}

    static void write(JsonGenerator json, TraceEvent event) {
        json.writeNumberProperty("number", event.number());
        json.writeStringProperty("at", event.at().toString());
        text(json, "connection", event.connection());
        json.writeStringProperty("what", name(event.what()));
        switch (event.what()) {
            case Began(SocketCall call, String detail) -> {
                word(json, "call", call);
                text(json, "detail", detail);
            }
            case Called called -> {
                ended(json, called);
                text(json, "detail", called.detail());
            }
            case Moved moved -> {
                ended(json, moved);
                span(json, "", moved.span());
            }
            case Datagram datagram -> {
                ended(json, datagram);
                span(json, "", datagram.span());
                json.writeStringProperty("peer", address(datagram.peer()));
                label(json, datagram.label());
            }
            case Failed failed -> {
                ended(json, failed);
                text(json, "reason", failed.reason());
            }
            case Sealed(Direction direction, Sealed.Content content, Span wire, Span inside) -> {
                word(json, "direction", direction);
                word(json, "content", content);
                span(json, "wire-", wire);
                span(json, "inside-", inside);
            }
            case Framed framed -> framed(json, framed);
            case FramesMoved many -> {
                word(json, "direction", many.direction());
                json.writeNumberProperty("count", many.count());
                word(json, "layer", many.layer());
                span(json, "", many.span());
                subject(json, "first-", many.first());
                subject(json, "last-", many.last());
            }
            case Note(String text) -> text(json, "text", text);
        }
    }

    private static void framed(JsonGenerator json, Framed framed) {
        word(json, "direction", framed.direction());
        text(json, "kind", framed.kind());
        word(json, "layer", framed.layer());
        span(json, "", framed.span());
        text(json, "excerpt", framed.excerpt());
        subject(json, "", framed.subject());
    }

    private static void subject(JsonGenerator json, String prefix, Subject subject) {
        if (!subject.equals(Subject.NONE)) {
            json.writeNumberProperty(prefix + "entry", subject.entry());
            json.writeNumberProperty(prefix + "said", subject.said());
            json.writeNumberProperty(prefix + "author", subject.author());
        }
    }

    private static void label(JsonGenerator json, Label label) {
        if (label.isKnown()) {
            text(json, "kind", label.kind());
            json.writeNumberProperty("sender", label.sender());
            json.writeNumberProperty("count", label.number());
        }
    }

    private static void ended(JsonGenerator json, Ended ended) {
        word(json, "call", ended.call());
        json.writeNumberProperty("began", ended.began());
        json.writeNumberProperty("took", ended.took().toNanos());
    }

    private static String name(What what) {
        return switch (what) {
            case Began _ -> "began";
            case Called _ -> "called";
            case Moved _ -> "moved";
            case Datagram _ -> "datagram";
            case Failed _ -> "failed";
            case Sealed _ -> "sealed";
            case Framed _ -> "framed";
            case FramesMoved _ -> "frames";
            case Note _ -> "note";
        };
    }

    static void text(JsonGenerator json, String name, String text) {
        json.writeStringProperty(name, text.length() > Bounds.TEXT ? text.substring(0, Bounds.TEXT) : text);
    }

    static void word(JsonGenerator json, String name, Enum<?> constant) {
        json.writeStringProperty(name, Fields.word(constant));
    }

    private static void span(JsonGenerator json, String prefix, Span span) {
        json.writeNumberProperty(prefix + "from", span.from());
        json.writeNumberProperty(prefix + "bytes", span.bytes());
    }

    /// Without the interface of a link-local address, which is a number on that one computer.
    static String address(InetSocketAddress address) {
        return Ends.shown(address).replaceFirst("%[^]]*", "");
    }

    /// The event of a line; empty if it is of a kind, or has a call, that this version does not know.
    static Optional<TraceEvent> read(Fields fields) throws BrokenRecording {
        Optional<What> what = what(fields);
        if (what.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new TraceEvent(fields.count("number", Bounds.PLACE), fields.instant("at"),
                fields.text("connection"), what.get()));
    }

    private static Optional<What> what(Fields fields) throws BrokenRecording {
        return switch (fields.text("what")) {
            case "began", "called", "moved", "datagram", "failed" -> call(fields);
            case "sealed", "framed", "frames" -> traffic(fields);
            case "note" -> Optional.of(new Note(fields.text("text")));
            default -> Optional.empty();
        };
    }

    private static Optional<What> call(Fields fields) throws BrokenRecording {
        Optional<SocketCall> known = fields.constant("call", SocketCall.class);
        if (known.isEmpty()) {
            return Optional.empty();
        }
        SocketCall call = known.get();
        long began = fields.count("began", Bounds.PLACE);
        fields.count("took", Long.MAX_VALUE);
        return Optional.of(switch (fields.text("what")) {
            case "began" -> new Began(call, fields.text("detail"));
            case "called" -> new Called(call, began, fields.nanos("took"), fields.text("detail"));
            case "moved" -> new Moved(call, began, fields.span(""), fields.nanos("took"));
            case "datagram" -> new Datagram(call, began, fields.span(""), fields.nanos("took"),
                    address(fields.text("peer")), label(fields));
            default -> new Failed(call, began, fields.nanos("took"), fields.text("reason"));
        });
    }

    private static Label label(Fields fields) {
        Label label = new Label(fields.text("kind"), (int) fields.number("sender"), fields.number("count"));
        return label.isKnown() ? label : Label.NONE;
    }

    private static Optional<What> traffic(Fields fields) throws BrokenRecording {
        Optional<Direction> direction = fields.constant("direction", Direction.class);
        Optional<Layer> layer = fields.constant("layer", Layer.class);
        if (fields.text("what").equals("sealed")) {
            Optional<Sealed.Content> content = fields.constant("content", Sealed.Content.class);
            return direction.isEmpty() || content.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Sealed(direction.get(), content.get(), fields.span("wire-"),
                            fields.span("inside-")));
        }
        if (direction.isEmpty() || layer.isEmpty()) {
            return Optional.empty();
        }
        if (fields.text("what").equals("frames")) {
            return Optional.of(new FramesMoved(direction.get(), (int) fields.count("count", Integer.MAX_VALUE),
                    layer.get(), fields.span(""), subject(fields, "first-"), subject(fields, "last-")));
        }
        return Optional.of(new Framed(direction.get(), fields.text("kind"), layer.get(), fields.span(""),
                fields.text("excerpt"), subject(fields, "")));
    }

    private static Subject subject(Fields fields, String prefix) throws BrokenRecording {
        return new Subject(fields.number(prefix + "entry"), fields.number(prefix + "said"),
                (int) fields.number(prefix + "author"));
    }

    /// A number and a port. Never looks a name up.
    static InetSocketAddress address(String text) throws BrokenRecording {
        int colon = text.lastIndexOf(':');
        try {
            String number = text.substring(0, Math.max(0, colon));
            int port = Integer.parseInt(text.substring(colon + 1));
            boolean bracketed = number.startsWith("[") && number.endsWith("]");
            if (port < 0 || port > LAST_PORT) {
                throw Fields.damaged();
            }
            return new InetSocketAddress(
                    InetAddress.ofLiteral(bracketed ? number.substring(1, number.length() - 1) : number), port);
        } catch (IllegalArgumentException e) {
            throw new BrokenRecording(BrokenRecording.Reason.DAMAGED, e);
        }
    }
}
