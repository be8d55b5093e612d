package tincan.secure;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLException;
import tincan.trace.Tap;
import tincan.trace.TraceEvent.Sealed.Content;

/// Puts what is said into TLS records (RFC 8446, 5), as many as there have to be, and those into one write. Blocking.
/// Owner: one thread.
final class RecordOutput extends OutputStream {
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final SSLEngine engine;
    private final OutputStream wire;
    private final Tap tap;
    private final RecordBuffers buffers;

    /// @param tap hears of each record, and of each write to `wire`
    RecordOutput(SSLEngine engine, OutputStream wire, Tap tap, RecordBuffers buffers) {
        this.engine = engine;
        this.wire = wire;
        this.tap = tap;
        this.buffers = buffers;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[]{(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] data, int offset, int length) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(data, offset, length);
        byte[] buffer = buffers.take();
        try {
            ByteBuffer records = ByteBuffer.wrap(buffer);
            while (rest.hasRemaining()) {
                int at = rest.position();
                SSLEngineResult result = engine.wrap(rest, records);
                if (result.getStatus() == Status.BUFFER_OVERFLOW) {
                    tap.write(wire, buffer, 0, records.position());
                    records.clear();
                } else if (result.getStatus() != Status.OK) {
                    throw new SSLException("nothing may be written after the end");
                }
                if (result.bytesProduced() > 0) {
                    tap.sealed(Content.DATA, result.bytesProduced(), data, at, result.bytesConsumed());
                }
            }
            tap.write(wire, buffer, 0, records.position());
        } finally {
            buffers.give(buffer);
        }
    }

    /// Sends the next record that the engine itself has to send, if there is one.
    void sendOwn(Content content) throws IOException {
        byte[] buffer = buffers.take();
        try {
            ByteBuffer records = ByteBuffer.wrap(buffer);
            engine.wrap(NOTHING, records);
            if (records.position() > 0) {
                tap.sealed(content, records.position(), buffer, 0, 0);
                tap.write(wire, buffer, 0, records.position());
            }
        } finally {
            buffers.give(buffer);
        }
    }

    /// Says that nothing more will be written (close_notify).
    void end() throws IOException {
        engine.closeOutbound();
        while (!engine.isOutboundDone()) {
            sendOwn(Content.CONTROL);
        }
    }
}
