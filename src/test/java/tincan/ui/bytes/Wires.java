package tincan.ui.bytes;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import tincan.trace.Direction;
import tincan.trace.EventLog;
import tincan.trace.Layer;
import tincan.trace.Span;
import tincan.trace.Subject;
import tincan.trace.Tap;
import tincan.trace.Ties;
import tincan.trace.TraceEvent;
import tincan.trace.TraceEvent.Framed;
import tincan.trace.TraceEvent.FramesMoved;
import tincan.trace.TraceEvent.Sealed;

/// A connection that a test writes to byte by byte, through a tap, and its log.
final class Wires {
    final EventLog log;
    final Tap tap;
    private long at;

    Wires(long kept) {
        log = new EventLog(100_000, kept, InstantSource.system());
        tap = new Tap(log, "line-1");
    }

    /// A frame as it crosses the wire.
    static byte[] frame(int kind, String body) {
        byte[] words = body.getBytes(StandardCharsets.UTF_8);
        byte[] frame = new byte[5 + words.length];
        frame[2] = (byte) ((words.length + 1) >> 8);
        frame[3] = (byte) (words.length + 1);
        frame[4] = (byte) kind;
        System.arraycopy(words, 0, frame, 5, words.length);
        return frame;
    }

    static byte[] joined(byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        byte[] all = new byte[length];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }

    TraceEvent write(byte[] bytes) {
        try {
            tap.write(OutputStream.nullOutputStream(), bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return newest();
    }

    TraceEvent told(Layer layer, String kind, int bytes) {
        tap.frame(new Framed(Direction.OUT, kind, layer, new Span(at, bytes), "", Subject.NONE));
        at += bytes;
        return newest();
    }

    TraceEvent toldAsMany(int count, int bytes) {
        tap.frames(new FramesMoved(Direction.OUT, count, Layer.WIRE, new Span(at, bytes), Subject.NONE, Subject.NONE));
        at += bytes;
        return newest();
    }

    TraceEvent sealed(Sealed.Content content, int wire, byte[] inside) {
        tap.sealed(content, wire, inside, 0, inside.length);
        return newest();
    }

    TraceEvent newest() {
        return log.since(log.newest() - 1, 1).getFirst();
    }

    Dissection dissect(TraceEvent event) {
        return new Dissector(log, new Ties(log.since(0, 100_000))).of(event);
    }

    /// The parts of a section as `role from+bytes unit`.
    static List<String> parts(Section section) {
        return section.parts().stream().map(part -> part.role() + " " + part.span().from() + "+" + part.span().bytes()
                + " " + part.unit().index() + part.unit().name()).toList();
    }
}
