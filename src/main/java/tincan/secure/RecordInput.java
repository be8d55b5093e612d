package tincan.secure;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLHandshakeException;
import tincan.trace.Tap;
import tincan.trace.TraceEvent.Sealed.Content;

/// What a peer says, taken out of the TLS records (RFC 8446, 5) that carry it. Blocking. Owner: one thread.
///
/// The buffer starts at 1 KiB, grows to what a record or a busy connection needs and shrinks again, so that an idle
/// connection costs little.
final class RecordInput extends InputStream {
    private static final int SMALLEST = 1024;
    private static final int LARGEST_IDLE = 64 * 1024;
    /// Type, version and length, which stand before each record.
    private static final int HEADER = 5;
    private static final byte[] NONE = {};
    private static final ByteBuffer NOTHING = ByteBuffer.wrap(NONE);

    private final SSLEngine engine;
    private final InputStream wire;
    private final Tap tap;
    /// Records as they came, the last of them perhaps only in part.
    private ByteBuffer records;
    /// What of an opened record has not been read yet.
    private ByteBuffer opened = NOTHING;
    private int lastCount;

    /// @param tap hears of each read of `wire`, and of each record
    /// @param received what was already read from `wire`
    RecordInput(SSLEngine engine, InputStream wire, Tap tap, byte[] received) {
        this.engine = engine;
        this.wire = wire;
        this.tap = tap;
        this.records = ByteBuffer.wrap(received);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] data, int offset, int length) throws IOException {
        ByteBuffer into = ByteBuffer.wrap(data, offset, length);
        while (into.position() == offset && length > 0) {
            if (opened.hasRemaining()) {
                takeOpened(into);
            } else if (!open(into)) {
                return -1;
            }
        }
        return into.position() - offset;
    }

    private void takeOpened(ByteBuffer into) {
        int part = Math.min(opened.remaining(), into.remaining());
        into.put(opened.slice(opened.position(), part));
        opened.position(opened.position() + part);
        if (!opened.hasRemaining()) {
            opened = NOTHING;
        }
    }

    /// Opens the whole records that are there and fit; if there is none, reads once.
    ///
    /// @return false at the end of the stream
    private boolean open(ByteBuffer into) throws IOException {
        int before = into.position();
        SSLEngineResult result = openNext(into);
        while (result.getStatus() == Status.OK && result.bytesConsumed() > 0) {
            result = openNext(into);
        }
        if (into.position() > before) {
            return true;
        }
        return switch (result.getStatus()) {
            case OK -> {
                runTasks();
                yield true;
            }
            case BUFFER_OVERFLOW -> openAside();
            case BUFFER_UNDERFLOW -> fill();
            case CLOSED -> false;
        };
    }

    private SSLEngineResult openNext(ByteBuffer into) throws IOException {
        int at = into.position();
        SSLEngineResult result = engine.unwrap(records, into);
        if (result.bytesConsumed() > 0) {
            tap.opened(result.bytesProduced() > 0 ? Content.DATA : Content.CONTROL, result.bytesConsumed(),
                    into.array(), into.arrayOffset() + at, result.bytesProduced());
        }
        return result;
    }

    /// The next record carries more than there is room for, which is known before it is whole.
    private boolean openAside() throws IOException {
        if (records.remaining() < recordLength()) {
            return fill();
        }
        ByteBuffer aside = ByteBuffer.allocate(recordLength());
        openNext(aside);
        opened = aside.flip();
        return true;
    }

    /// Takes the next record of a handshake.
    ///
    /// @throws SSLHandshakeException if there is none because the peer has closed
    void takeHandshake() throws IOException {
        SSLEngineResult result = engine.unwrap(records, NOTHING);
        if (result.bytesConsumed() > 0) {
            tap.opened(Content.HANDSHAKE, result.bytesConsumed(), NONE, 0, 0);
        }
        boolean closed = result.getStatus() == Status.CLOSED;
        if (closed || (result.getStatus() == Status.BUFFER_UNDERFLOW && !fill())) {
            throw new SSLHandshakeException("the peer closed during the handshake");
        }
    }

    /// Does what the engine leaves to its caller's thread.
    void runTasks() {
        while (engine.getHandshakeStatus() == HandshakeStatus.NEED_TASK) {
            Runnable task = engine.getDelegatedTask();
            if (task != null) {
                task.run();
            }
        }
    }

    private boolean fill() throws IOException {
        makeRoom();
        int end = records.limit();
        int count = tap.read(wire, records.array(), end, records.capacity() - end);
        if (count < 0) {
            return false;
        }
        records.limit(end + count);
        lastCount = count;
        return true;
    }

    private void makeRoom() {
        int wanted = wantedCapacity();
        if (wanted == records.capacity()) {
            records.compact().flip();
        } else {
            records = ByteBuffer.allocate(wanted).put(records).flip();
        }
    }

    private int wantedCapacity() {
        int capacity = Math.max(SMALLEST, records.capacity());
        if (lastCount >= capacity / 2 && capacity < LARGEST_IDLE) {
            capacity *= 2;
        } else if (lastCount < capacity / 8 && capacity > SMALLEST) {
            capacity /= 2;
        }
        int record = recordLength();
        while (capacity < record || capacity <= records.remaining()) {
            capacity *= 2;
        }
        return capacity;
    }

    /// How long the next record is, header and all, as far as that is known; two bytes say it, so it is bounded.
    private int recordLength() {
        int at = records.position();
        return records.remaining() < HEADER
                ? HEADER
                : HEADER + Short.toUnsignedInt(records.getShort(at + HEADER - Short.BYTES));
    }
}
