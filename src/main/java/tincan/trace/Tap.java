package tincan.trace;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import tincan.trace.TraceEvent.Called;
import tincan.trace.TraceEvent.Failed;
import tincan.trace.TraceEvent.Framed;
import tincan.trace.TraceEvent.FramesMoved;
import tincan.trace.TraceEvent.Note;

/// Watches one connection: makes its socket calls and reports each to the log. When nobody records, a call through the
/// tap is the call itself.
public final class Tap {
    /// How much of a frame's body an event keeps, in bytes.
    public static final int EXCERPT = 200;

    private final EventLog log;
    private final String connection;

    public Tap(EventLog log, String connection) {
        this.log = log;
        this.connection = connection;
    }

    /// The name under which events are reported.
    public String connection() {
        return connection;
    }

    /// Whether events are kept.
    public boolean recording() {
        return log.recording();
    }

    /// A call with no result to report.
    @FunctionalInterface
    public interface Action {
        void run() throws IOException;
    }

    /// Makes a call that moves no bytes, and reports its end or its failure.
    public void call(SocketCall call, String detail, Action action) throws IOException {
        long start = System.nanoTime();
        try {
            action.run();
        } catch (IOException e) {
            failed(call, start, e);
            throw e;
        }
        if (log.recording()) {
            called(call, 0, Duration.ofNanos(System.nanoTime() - start), detail);
        }
    }

    /// Reads once, as [InputStream#read(byte[], int, int)].
    public int read(InputStream in, byte[] data, int offset, int length) throws IOException {
        if (!log.recording()) {
            return in.read(data, offset, length);
        }
        long start = System.nanoTime();
        try {
            int count = in.read(data, offset, length);
            called(SocketCall.READ, Math.max(0, count), Duration.ofNanos(System.nanoTime() - start),
                    count < 0 ? "end of stream" : "");
            return count;
        } catch (IOException e) {
            failed(SocketCall.READ, start, e);
            throw e;
        }
    }

    /// Writes all of it, as [OutputStream#write(byte[], int, int)].
    public void write(OutputStream out, byte[] data, int offset, int length) throws IOException {
        if (!log.recording()) {
            out.write(data, offset, length);
            return;
        }
        long start = System.nanoTime();
        try {
            out.write(data, offset, length);
            called(SocketCall.WRITE, length, Duration.ofNanos(System.nanoTime() - start), "");
        } catch (IOException e) {
            failed(SocketCall.WRITE, start, e);
            throw e;
        }
    }

    /// Reports a call that has returned.
    public void called(SocketCall call, int bytes, Duration took, String detail) {
        log.append(connection, new Called(call, bytes, took, detail));
    }

    /// Reports a frame.
    ///
    /// @param size of the whole frame on the wire, in bytes
    /// @param excerpt see [TraceEvent.Framed]
    public void frame(Direction direction, String kind, int size, String excerpt) {
        log.append(connection, new Framed(direction, kind, size, excerpt));
    }

    /// The beginning of what lies in `data` from `offset` on, as text of at most [#EXCERPT] bytes.
    public static String excerpt(byte[] data, int offset, int length) {
        return new String(data, offset, Math.min(length, EXCERPT), StandardCharsets.UTF_8);
    }

    /// Reports many frames at once.
    public void frames(Direction direction, int count, int bytes) {
        log.append(connection, new FramesMoved(direction, count, bytes));
    }

    /// Reports a remark.
    public void note(String text) {
        log.append(connection, new Note(text));
    }

    private void failed(SocketCall call, long start, IOException e) {
        String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        log.append(connection, new Failed(call, Duration.ofNanos(System.nanoTime() - start), reason));
    }
}
