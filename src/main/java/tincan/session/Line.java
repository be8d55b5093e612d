package tincan.session;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import tincan.trace.Ends;
import tincan.trace.SocketCall;
import tincan.trace.Tap;
import tincan.wire.BrokenFrame;
import tincan.wire.Frame;
import tincan.wire.FrameReader;
import tincan.wire.FrameWriter;

/// One connection: its streams, the frames on them, and what is known of its health. One thread reads and one writes;
/// any thread may close it, once, with a reason.
final class Line {
    private final Transport transport;
    private final InputStream in;
    private final OutputStream out;
    private final Tap tap;
    private final FrameTap frames;
    private final String address;
    private final FrameReader reader;
    private final AtomicReference<@Nullable EndReason> ended = new AtomicReference<>();
    /// Rung when it ends, for a reader that pauses.
    private final Doorbell closed = new Doorbell();

    /// Whether the reader is blocked in a read: only then is silence the peer's.
    private volatile boolean reading;
    /// Whether the peer has said that it will write nothing more.
    private volatile boolean inputEnded;
    /// Changes with every read that brought something.
    private volatile long reads;
    /// The number of the frame that is only partly here; 0 if there is none.
    private volatile long partialFrame;
    /// How many frames were begun. Owner: the reader's thread.
    private long framesBegun;

    /// @param firstLimit the largest frame accepted until the peer is known
    Line(Transport transport, Tap tap, int firstLimit) throws IOException {
        this.transport = transport;
        this.tap = tap;
        this.frames = new FrameTap(tap, transport.layer());
        this.in = transport.in(tap);
        this.out = transport.out(tap);
        this.reader = new FrameReader(firstLimit);
        this.address = addressOf(transport.socket());
    }

    private static String addressOf(Socket socket) {
        return socket.getRemoteSocketAddress() instanceof InetSocketAddress remote ? Ends.shown(remote) : "";
    }

    /// Its name in the log, such as `line-3`.
    String name() {
        return tap.connection();
    }

    /// The peer's address and port.
    String address() {
        return address;
    }

    /// The peer's computer.
    InetAddress peer() {
        return transport.socket().getInetAddress();
    }

    /// Where it comes from, see [Origin].
    String origin() {
        return Origin.of(transport.socket().getInetAddress());
    }

    /// What the log is told of the connection.
    Tap tap() {
        return tap;
    }

    /// What the log is told of the frames and lines on it.
    FrameTap frames() {
        return frames;
    }

    FrameReader reader() {
        return reader;
    }

    /// Reads once, whatever is there. Blocks until something is, or the socket's time-out.
    ///
    /// @return false at the end of the stream
    @SuppressWarnings("NonAtomicVolatileUpdate") // only the reader's thread writes [#reads]
    boolean read() throws IOException {
        reader.prepare();
        reading = true;
        int count = in.read(reader.data(), reader.offset(), reader.space());
        reading = false;
        if (count < 0) {
            inputEnded = true;
            return false;
        }
        reads++;
        reader.received(count);
        return true;
    }

    /// The next whole frame of what was read; null if there is none yet.
    @Nullable
    Frame next() throws BrokenFrame {
        if (!reader.advance()) {
            if (!reader.inFrame()) {
                partialFrame = 0;
            } else if (partialFrame == 0) {
                partialFrame = ++framesBegun;
            }
            return null;
        }
        partialFrame = 0;
        Frame frame = reader.frame();
        frames.came(reader, frame);
        return frame;
    }

    /// The next whole frame, waited for until a deadline. For the beginning of a connection, when nobody else reads.
    ///
    /// @param deadline by [System#nanoTime]
    /// @return empty at the end of the stream
    /// @throws SocketTimeoutException if it is not here by then
    Optional<Frame> firstFrame(long deadline) throws IOException, BrokenFrame {
        for (Frame frame = next();; frame = next()) {
            if (frame != null) {
                return Optional.of(frame);
            }
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left <= 0) {
                throw new SocketTimeoutException("nothing came in time");
            }
            readTimeout((int) left);
            if (!read()) {
                return Optional.empty();
            }
        }
    }

    /// The next whole frame, waited for as long as [#readTimeout] says for each read.
    ///
    /// @return empty at the end of the stream
    Optional<Frame> firstFrame() throws IOException, BrokenFrame {
        Frame frame = next();
        while (frame == null) {
            if (!read()) {
                return Optional.empty();
            }
            frame = next();
        }
        return Optional.of(frame);
    }

    /// The frame that [#next] returned last, as it came over the connection. Until the next read.
    byte[] lastFrame() {
        return reader.frameBytes();
    }

    /// Writes one frame and reports it. Only the writer's thread.
    void send(Frame frame) throws IOException {
        send(FrameWriter.bytes(frame));
    }

    /// Writes one encoded frame and reports it. Only the writer's thread.
    void send(byte[] frame) throws IOException {
        write(frame, 0, frame.length);
        try {
            frames.wrote(frame, 0, frame.length);
        } catch (BrokenFrame e) {
            throw new IOException("a frame of our own is broken", e);
        }
    }

    /// Writes whole frames, or a part of one. Only the writer's thread.
    void write(byte[] data, int offset, int length) throws IOException {
        out.write(data, offset, length);
    }

    /// How long a read may block from now on; a longer one fails with a time-out.
    void readTimeout(int millis) throws SocketException {
        transport.socket().setSoTimeout(millis);
    }

    /// How many reads brought something, so far.
    long reads() {
        return reads;
    }

    /// Whether the reader waits for the peer, so that silence is the peer's.
    boolean isReading() {
        return reading;
    }

    /// Whether the peer has said that it will write nothing more.
    boolean inputEnded() {
        return inputEnded;
    }

    /// The number of the frame of which only the beginning is here; 0 if there is none.
    long partialFrame() {
        return partialFrame;
    }

    /// Reads nothing for so long, unless the connection ends meanwhile: what comes waits in the network.
    void pause(long nanos) throws InterruptedException {
        long end = System.nanoTime() + nanos;
        for (long left = nanos; left > 0 && isOpen(); left = end - System.nanoTime()) {
            closed.await(left);
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
    }

    /// Ends the connection at once; whoever is blocked in it comes free. Only the first reason counts.
    void close(EndReason reason) {
        if (ended.compareAndSet(null, reason)) {
            closed.ring();
            tap.note("ended: " + reason.name().toLowerCase(Locale.ROOT).replace('_', ' '));
            try {
                tap.call(SocketCall.CLOSE, "", transport.socket()::close);
            } catch (IOException e) {
                // the tap has reported it; there is nothing left to close
            }
        }
    }

    /// Says that nothing more will be written. The peer reads what is on its way and then the end of the stream;
    /// closing before it has done so could reset the connection and lose the last words.
    void halfClose() {
        try {
            tap.call(SocketCall.SHUTDOWN, "output", transport::endOutput);
        } catch (IOException e) {
            // the peer was quicker; the tap has reported it
        }
    }

    /// Why it ended; [EndReason#NONE] while it has not.
    EndReason endReason() {
        EndReason reason = ended.get();
        return reason == null ? EndReason.NONE : reason;
    }

    boolean isOpen() {
        return ended.get() == null;
    }
}
