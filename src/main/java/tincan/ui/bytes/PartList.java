package tincan.ui.bytes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tincan.trace.ByteStream;
import tincan.trace.Payload;
import tincan.trace.Span;
import tincan.trace.TraceEvent;
import tincan.trace.TraceEvent.Framed;
import tincan.trace.TraceEvent.FramesMoved;
import tincan.trace.TraceEvent.Sealed;
import tincan.ui.bytes.Part.Role;
import tincan.ui.bytes.Part.Unit;
import tincan.voice.packet.Layout;
import tincan.wire.FrameReader;
import tincan.wire.Kind;

/// Builds the parts of a section from its beginning to its end. What nobody names gets a name of its own.
final class PartList {
    /// The bytes before the content of a TLS record: type, version, length (RFC 8446, section 5.1).
    private static final int RECORD_HEADER = 5;
    /// The type of a record that is sealed.
    private static final int APPLICATION_DATA = 23;
    /// How much of a frame is looked at to find where it ends.
    private static final int NEEDED = 5;
    private static final String LINE = "LINE";

    private final Payload payload;
    private final ByteStream stream;
    private final Span span;
    private final Payload.Piece kept;
    private final List<Part> parts = new ArrayList<>();
    private int units;
    /// Where what is named so far ends.
    private long at;
    /// Whether the last unit was a frame, so that another may follow.
    private boolean framed;

    /// @param span all bytes of the section
    PartList(Payload payload, ByteStream stream, Span span) {
        this.payload = payload;
        this.stream = stream;
        this.span = span;
        this.kept = payload.of(stream, span);
        this.at = span.from();
    }

    /// Adds the frames of an event.
    void frame(TraceEvent event) {
        switch (event.what()) {
            case Framed framed when framed.kind().equals(LINE) -> line(framed.span());
            case Framed framed -> frame(framed.kind(), framed.span());
            case FramesMoved many -> follow(payload.of(stream, many.span()), many.span());
            default -> throw new IllegalArgumentException("no frame: " + event);
        }
    }

    private void line(Span line) {
        add(line, Role.LINE, unit(LINE, line));
        framed = false;
    }

    private void frame(String kind, Span frame) {
        Unit unit = unit(kind, frame);
        add(new Span(frame.from(), 4), Role.LENGTH, unit);
        add(new Span(frame.from() + 4, 1), Role.KIND, unit);
        add(new Span(frame.from() + FrameReader.HEADER, frame.bytes() - FrameReader.HEADER), Role.BODY, unit);
        framed = true;
    }

    /// Adds the frame that begins where the last known one ends, though no event tells of it yet: most often its rest
    /// has not come.
    void followOn() {
        if (framed && at < span.end()) {
            follow(kept, new Span(at, (int) (span.end() - at)));
        }
    }

    /// Finds frames by their lengths, from the beginning of `frames` on.
    private void follow(Payload.Piece bytes, Span frames) {
        long next = frames.from();
        while (next < frames.end() && next < span.end()) {
            int head = (int) (next - bytes.from());
            if (head < 0 || head + NEEDED > bytes.bytes().length) {
                return;
            }
            int length = length(bytes.bytes(), head);
            if (length < 1 || length > FrameReader.MAX_LENGTH) {
                return;
            }
            Span frame = new Span(next, 4 + length);
            if (frame.end() > span.from()) {
                frame(Kind.nameOf(bytes.bytes()[head + 4] & 0xff), frame);
            }
            next = frame.end();
        }
    }

    private static int length(byte[] bytes, int at) {
        return ((bytes[at] & 0xff) << 24) | ((bytes[at + 1] & 0xff) << 16) | ((bytes[at + 2] & 0xff) << 8)
                | (bytes[at + 3] & 0xff);
    }

    /// Adds a TLS record.
    void record(TraceEvent event) {
        Sealed sealed = (Sealed) event.what();
        Span wire = sealed.wire();
        Unit unit = unit("", wire);
        add(new Span(wire.from(), 1), Role.RECORD_TYPE, unit);
        add(new Span(wire.from() + 1, 2), Role.RECORD_VERSION, unit);
        add(new Span(wire.from() + 3, 2), Role.RECORD_LENGTH, unit);
        add(new Span(wire.from() + RECORD_HEADER, wire.bytes() - RECORD_HEADER),
                readable(sealed) ? Role.CLEAR : Role.SEALED, unit);
    }

    private boolean readable(Sealed sealed) {
        byte[] type = payload.of(stream, new Span(sealed.wire().from(), 1)).bytes();
        return type.length == 1 && type[0] != APPLICATION_DATA;
    }

    /// Adds all of a datagram.
    void datagram(Span datagram) {
        add(datagram, Role.DATAGRAM, unit("", datagram));
    }

    /// Adds the fields of a voice packet; if the bytes are none, or no longer here, all of the datagram.
    void packet(Span datagram) {
        Optional<Layout> layout = kept.bytes().length == datagram.bytes()
                ? Layout.of(kept.bytes())
                : Optional.empty();
        layout.ifPresentOrElse(found -> fields(found, datagram), () -> datagram(datagram));
    }

    private void fields(Layout layout, Span datagram) {
        Unit unit = unit(layout.header().type().name(), datagram);
        layout.fields().forEach(
                field -> add(new Span(datagram.from() + field.from(), field.bytes()), role(field.name()), unit));
    }

    private static Role role(Layout.Name name) {
        return switch (name) {
            case TYPE -> Role.PACKET_TYPE;
            case FLAGS -> Role.PACKET_FLAGS;
            case SENDER -> Role.SENDER;
            case TURN -> Role.TURN;
            case NUMBER -> Role.PACKET_NUMBER;
            case TIMESTAMP -> Role.TIMESTAMP;
            case LENGTH -> Role.PACKET_LENGTH;
            case SOUND -> Role.SOUND;
            case EARLIER_SOUND -> Role.EARLIER_SOUND;
            case STAMP -> Role.STAMP;
            case PLACE -> Role.PLACE;
            case ABOUT -> Role.ABOUT;
            case SENT -> Role.SENT;
            case RECEIVED -> Role.RECEIVED;
            case LOST_IN_A_ROW -> Role.LOST_IN_A_ROW;
            case SEALED -> Role.SEALED;
            case TAG -> Role.TAG;
        };
    }

    private Unit unit(String name, Span all) {
        fill(all.from());
        return new Unit(units++, name, all);
    }

    private void add(Span part, Role role, Unit unit) {
        if (part.meets(span)) {
            parts.add(new Part(role, part, unit));
            at = part.end();
        }
    }

    private void fill(long to) {
        if (at < to) {
            Span gap = new Span(at, (int) (to - at));
            parts.add(new Part(Role.UNNAMED, gap, new Unit(units++, "", gap)));
            at = to;
        }
    }

    Section section(Section.Where where) {
        fill(span.end());
        return new Section(where, span, kept, parts);
    }
}
