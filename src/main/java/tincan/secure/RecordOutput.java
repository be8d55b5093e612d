package tincan.secure;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.SSLException;

/// Puts what is said into TLS records (RFC 8446, 5), as many as there have to be, and those into one write. Blocking.
/// Owner: one thread.
final class RecordOutput extends OutputStream {
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final SSLEngine engine;
    private final OutputStream wire;
    private final RecordBuffers buffers;

    RecordOutput(SSLEngine engine, OutputStream wire, RecordBuffers buffers) {
        this.engine = engine;
        this.wire = wire;
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
                Status status = engine.wrap(rest, records).getStatus();
                if (status == Status.BUFFER_OVERFLOW) {
                    wire.write(buffer, 0, records.position());
                    records.clear();
                } else if (status != Status.OK) {
                    throw new SSLException("nothing may be written after the end");
                }
            }
            wire.write(buffer, 0, records.position());
        } finally {
            buffers.give(buffer);
        }
    }

    /// Sends the next record that the engine itself has to send, if there is one: of a handshake, or an alert.
    void sendOwn() throws IOException {
        byte[] buffer = buffers.take();
        try {
            ByteBuffer records = ByteBuffer.wrap(buffer);
            engine.wrap(NOTHING, records);
            wire.write(buffer, 0, records.position());
        } finally {
            buffers.give(buffer);
        }
    }

    /// Says that nothing more will be written (close_notify).
    void end() throws IOException {
        engine.closeOutbound();
        while (!engine.isOutboundDone()) {
            sendOwn();
        }
    }
}
