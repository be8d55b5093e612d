package tincan.trace;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Function;
import tincan.trace.TraceEvent.Began;
import tincan.trace.TraceEvent.Called;
import tincan.trace.TraceEvent.Datagram;
import tincan.trace.TraceEvent.Failed;
import tincan.trace.TraceEvent.Framed;
import tincan.trace.TraceEvent.FramesMoved;
import tincan.trace.TraceEvent.Moved;
import tincan.trace.TraceEvent.Note;
import tincan.trace.TraceEvent.Sealed;

/// Watches one connection: makes its socket calls and reports each to the log, with the bytes it moved. When nobody
/// records, a call through the tap is the call itself. One thread at a time reads, and one writes.
public final class Tap {
    /// How much of a frame's body an event keeps, in bytes.
    public static final int EXCERPT = 200;

    private volatile EventLog log;
    private final String connection;
    private final Function<byte[], Label> labels;
    /// How many bytes came over the socket. Owner: who reads, as the next two.
    private long read;
    /// How many of them were opened.
    private long opened;
    /// How many bytes lay in those.
    private long openedInside;
    /// How many bytes went over the socket. Owner: who writes, as the next two.
    private long written;
    /// How many bytes of records were made.
    private long sealed;
    /// How many bytes lie in those.
    private long sealedInside;

    public Tap(EventLog log, String connection) {
        this(log, connection, _ -> Label.NONE);
    }

    /// One for datagrams of a protocol.
    ///
    /// @param labels says what a datagram is
    public Tap(EventLog log, String connection, Function<byte[], Label> labels) {
        this.log = log;
        this.connection = connection;
        this.labels = labels;
    }

    /// One that reports nothing.
    public static Tap off() {
        return new Tap(EventLog.off(), "");
    }

    /// Reports nothing from now on: the connection itself carries what was reported.
    public void quiet() {
        log.forget(connection);
        log = EventLog.off();
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

    /// Makes a call that moves no bytes, and reports its beginning and its end or its failure.
    public void call(SocketCall call, String detail, Action action) throws IOException {
        Started started = begin(call, detail);
        try {
            action.run();
        } catch (IOException e) {
            started.failed(e);
            throw e;
        }
        started.returned(detail);
    }

    /// Reports a call that took no time to speak of.
    public void called(SocketCall call, String detail) {
        log.append(connection, new Called(call, 0, Duration.ZERO, detail));
    }

    /// Says between which addresses the connection goes.
    public void connected(InetSocketAddress local, InetSocketAddress remote, Ends.Side side) {
        log.connected(connection, new Ends(local, remote, side));
    }

    /// Reports that a call begins, before it is made.
    public Started begin(SocketCall call, String detail) {
        return new Started(call, log.append(connection, new Began(call, detail)), System.nanoTime());
    }

    /// A call that was begun.
    public final class Started {
        private final SocketCall call;
        private final long began;
        private final long nanos;

        private Started(SocketCall call, long began, long nanos) {
            this.call = call;
            this.began = began;
            this.nanos = nanos;
        }

        /// It returned and moved no bytes.
        public void returned(String detail) {
            log.append(connection, new Called(call, began, took(), detail));
        }

        /// It returned; these bytes went over the socket.
        private void moved(long from, int bytes) {
            log.append(connection, new Moved(call, began, new Span(from, bytes), took()));
        }

        /// It failed.
        public void failed(IOException e) {
            log.append(connection, new Failed(call, began, took(), said(e)));
        }

        private Duration took() {
            return Duration.ofNanos(System.nanoTime() - nanos);
        }
    }

    /// What the system said. That this side closed the socket meanwhile, some of Java's exceptions say only by
    /// their type.
    public static String said(IOException e) {
        if (e instanceof ClosedChannelException) {
            return "Socket closed";
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    /// Reads once, as [InputStream#read(byte[], int, int)].
    public int read(InputStream from, byte[] data, int offset, int length) throws IOException {
        if (!log.recording()) {
            return from.read(data, offset, length);
        }
        Started started = begin(SocketCall.READ, "");
        int count;
        try {
            count = from.read(data, offset, length);
        } catch (IOException e) {
            started.failed(e);
            throw e;
        }
        int bytes = Math.max(0, count);
        log.payload().keep(stream(Direction.IN, Layer.WIRE), read, data, offset, bytes);
        started.moved(read, bytes);
        read += bytes;
        return count;
    }

    /// Writes all of it, as [OutputStream#write(byte[], int, int)].
    public void write(OutputStream to, byte[] data, int offset, int length) throws IOException {
        if (!log.recording()) {
            to.write(data, offset, length);
            return;
        }
        Started started = begin(SocketCall.WRITE, "");
        try {
            to.write(data, offset, length);
        } catch (IOException e) {
            started.failed(e);
            throw e;
        }
        log.payload().keep(stream(Direction.OUT, Layer.WIRE), written, data, offset, length);
        started.moved(written, length);
        written += length;
    }

    /// Sends one datagram, as [DatagramSocket#send].
    public void send(DatagramSocket socket, DatagramPacket packet) throws IOException {
        if (log.recording()) {
            move(SocketCall.SEND_TO, packet, () -> socket.send(packet));
        } else {
            socket.send(packet);
        }
    }

    /// Waits for one datagram, as [DatagramSocket#receive].
    public void receive(DatagramSocket socket, DatagramPacket packet) throws IOException {
        if (log.recording()) {
            move(SocketCall.RECEIVE_FROM, packet, () -> socket.receive(packet));
        } else {
            socket.receive(packet);
        }
    }

    private void move(SocketCall call, DatagramPacket packet, Action action) throws IOException {
        Started started = begin(call, "");
        try {
            action.run();
        } catch (IOException e) {
            started.failed(e);
            throw e;
        }
        moved(call, started.began, started.took(), packet);
    }

    /// Reports a datagram that came by a call that nobody watched, where only the datagram tells whether it is
    /// worth it.
    public void received(DatagramPacket packet) {
        if (log.recording()) {
            moved(SocketCall.RECEIVE_FROM, 0, Duration.ZERO, packet);
        }
    }

    private void moved(SocketCall call, long began, Duration took, DatagramPacket packet) {
        int offset = packet.getOffset();
        byte[] bytes = Arrays.copyOfRange(packet.getData(), offset, offset + packet.getLength());
        boolean out = call.direction() == Direction.OUT;
        long from = out ? written : read;
        log.payload().keep(stream(call.direction(), Layer.WIRE), from, bytes, 0, bytes.length);
        log.append(connection, new Datagram(call, began, new Span(from, bytes.length), took,
                (InetSocketAddress) packet.getSocketAddress(), labels.apply(bytes)));
        written += out ? bytes.length : 0;
        read += out ? 0 : bytes.length;
    }

    /// Reports that the next record of what came was opened.
    ///
    /// @param bytes how long it is on the wire
    /// @param data holds what lay in it, from `offset` on
    /// @param length 0 unless it carried data
    public void opened(Sealed.Content content, int bytes, byte[] data, int offset, int length) {
        if (log.recording()) {
            log.payload().keep(stream(Direction.IN, Layer.INSIDE), openedInside, data, offset, length);
            log.append(connection,
                    new Sealed(Direction.IN, content, new Span(opened, bytes), new Span(openedInside, length)));
            opened += bytes;
            openedInside += length;
        }
    }

    /// Reports that the next record was made and is about to be written.
    ///
    /// @param bytes how long it is on the wire
    /// @param data holds what lies in it, from `offset` on
    /// @param length 0 unless it carries data
    public void sealed(Sealed.Content content, int bytes, byte[] data, int offset, int length) {
        if (log.recording()) {
            log.payload().keep(stream(Direction.OUT, Layer.INSIDE), sealedInside, data, offset, length);
            log.append(connection,
                    new Sealed(Direction.OUT, content, new Span(sealed, bytes), new Span(sealedInside, length)));
            sealed += bytes;
            sealedInside += length;
        }
    }

    /// Reports a frame.
    public void frame(Framed frame) {
        log.append(connection, frame);
    }

    /// The beginning of what lies in `data` from `offset` on, as text of at most [#EXCERPT] bytes.
    public static String excerpt(byte[] data, int offset, int length) {
        return new String(data, offset, Math.min(length, EXCERPT), StandardCharsets.UTF_8);
    }

    /// Reports many frames at once.
    public void frames(FramesMoved frames) {
        log.append(connection, frames);
    }

    /// Covers a secret that stands in what was kept.
    public void blot(Direction direction, Layer layer, Span span) {
        log.payload().blot(stream(direction, layer), span);
    }

    private ByteStream stream(Direction direction, Layer layer) {
        return new ByteStream(connection, direction, layer);
    }

    /// Reports a remark.
    public void note(String text) {
        log.append(connection, new Note(text));
    }
}
