package tincan.session;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tincan.trace.Direction;
import tincan.trace.Layer;
import tincan.trace.Span;
import tincan.trace.Subject;
import tincan.trace.Tap;
import tincan.trace.TraceEvent.Framed;
import tincan.trace.TraceEvent.FramesMoved;
import tincan.wire.BrokenFrame;
import tincan.wire.Frame;
import tincan.wire.FrameReader;
import tincan.wire.Kind;

/// Tells the log what frames and lines go over one connection, each with its place among the bytes: what comes on the
/// reader's thread, what goes on the writer's.
final class FrameTap {
    /// Frames of one write that are reported one by one; more of them are reported as a number.
    private static final int FRAMES_SHOWN = 16;

    private static final Pattern KEY = Pattern.compile("(\"(?:key|secret|own)\"\\s*:\\s*\")([^\"]*)");

    private final Tap tap;
    private final Layer layer;
    /// The member whose connection it is, from when the log has seen it let in; 0 before.
    private volatile int member;
    /// Where the next frame or line begins among the bytes that came. Owner: the reader's thread.
    private long inAt;
    /// Where the next frame or line begins among the bytes that are written. Owner: the writer's thread.
    private long outAt;

    /// @param layer on which the frames are
    FrameTap(Tap tap, Layer layer) {
        this.tap = tap;
        this.layer = layer;
    }

    /// A frame has come.
    ///
    /// @param reader stands at it
    void came(FrameReader reader, Frame frame) {
        if (tap.recording()) {
            inAt = saw(Direction.IN, inAt, reader, frame);
        }
    }

    /// Whole frames were written.
    void wrote(byte[] data, int offset, int length) throws BrokenFrame {
        if (!tap.recording()) {
            return;
        }
        int count = 0;
        Subject first = Subject.NONE;
        Subject last = Subject.NONE;
        for (FrameReader frames = FrameReader.over(data, offset, length); frames.advance(); count++) {
            last = subject(frames.frame());
            first = count == 0 ? last : first;
        }
        if (count > FRAMES_SHOWN) {
            tap.frames(new FramesMoved(Direction.OUT, count, layer, new Span(outAt, length), first, last));
            outAt += length;
            return;
        }
        for (FrameReader frames = FrameReader.over(data, offset, length); frames.advance();) {
            outAt = saw(Direction.OUT, outAt, frames, frames.frame());
        }
    }

    /// Reports a frame. The secret with which a guest may come back, and that of the voice, are not for the log, unless
    /// everybody on the network could read them anyway.
    ///
    /// @return where the next one begins
    private long saw(Direction direction, long at, FrameReader reader, Frame frame) {
        if (frame instanceof Frame.Welcome welcome) {
            member = welcome.member();
        }
        Span span = new Span(at, FrameReader.HEADER + reader.bodyLength());
        String excerpt = Tap.excerpt(reader.data(), reader.bodyOffset(), reader.bodyLength());
        if (frame instanceof Frame.Hello || frame instanceof Frame.Welcome || frame instanceof Frame.VoiceKeys) {
            if (layer == Layer.INSIDE) {
                blot(direction, span, reader);
            }
            excerpt = KEY.matcher(excerpt).replaceAll("$1…");
        }
        tap.frame(new Framed(direction, Kind.nameOf(reader.kind()), layer, span, excerpt, subject(frame)));
        return span.end();
    }

    private void blot(Direction direction, Span span, FrameReader reader) {
        String body = new String(reader.data(), reader.bodyOffset(), reader.bodyLength(), StandardCharsets.ISO_8859_1);
        Matcher key = KEY.matcher(body);
        while (key.find()) {
            tap.blot(direction, Layer.INSIDE, new Span(span.from() + FrameReader.HEADER + key.start(2),
                    key.end(2) - key.start(2)));
        }
    }

    private Subject subject(Frame frame) {
        return switch (frame) {
            case Frame.Entry entry -> new Subject(entry.seq(), entry.id(), entry.member());
            case Frame.Say say -> new Subject(0, say.id(), member);
            default -> Subject.NONE;
        };
    }

    /// A line of plain text has come or gone.
    ///
    /// @param bytes its text, without its end
    /// @param length with its end
    void line(Direction direction, byte[] bytes, int length) {
        if (tap.recording()) {
            long at = direction == Direction.IN ? inAt : outAt;
            tap.frame(new Framed(direction, "LINE", layer, new Span(at, length),
                    Tap.excerpt(bytes, 0, bytes.length), Subject.NONE));
            if (direction == Direction.IN) {
                inAt += length;
            } else {
                outAt += length;
            }
        }
    }
}
