package tincan.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;

/// Bytes in TLS records, on a connection that has shaken hands. While its channel blocks, so does this; from
/// [#register] on it never waits. Owner: one thread after the other.
final class SecureLink implements Link {
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final SocketChannel channel;
    private final SSLEngine engine;
    private Records records;
    /// The beginning of a record that was not whole after the last read.
    private ByteBuffer rest;
    /// The end of records that the system has not taken.
    private ByteBuffer unsent = NOTHING;

    /// @param records where records lie while they are opened and sealed; links of one thread may share it
    /// @param rest what has been read and not opened
    SecureLink(SocketChannel channel, SSLEngine engine, Records records, ByteBuffer rest) {
        this.channel = channel;
        this.engine = engine;
        this.records = records;
        this.rest = rest;
    }

    /// From now on it uses `shared`.
    void share(Records shared) {
        records = shared;
    }

    @Override
    public SelectionKey register(Selector selector, Member member) throws IOException {
        channel.configureBlocking(false);
        return channel.register(selector, SelectionKey.OP_READ, member);
    }

    @Override
    public boolean stands() {
        return true;
    }

    @Override
    public int read(ByteBuffer data) throws IOException {
        int before = data.position();
        ByteBuffer in = records.in().clear().put(rest);
        int count = channel.read(in);
        in.flip();
        boolean opened = true;
        while (opened && in.hasRemaining()) {
            SSLEngineResult result = engine.unwrap(in, data);
            opened = result.getStatus() == SSLEngineResult.Status.OK && result.bytesConsumed() > 0;
        }
        rest = copy(in);
        int found = data.position() - before;
        return found == 0 && (count < 0 || engine.isInboundDone()) ? -1 : found;
    }

    @Override
    public boolean write(ByteBuffer data) throws IOException {
        if (unsent.hasRemaining()) {
            channel.write(unsent);
        }
        while (!unsent.hasRemaining() && data.hasRemaining()) {
            ByteBuffer out = records.out().clear();
            if (engine.wrap(data, out).getStatus() != SSLEngineResult.Status.OK) {
                throw new IOException("the engine does not seal");
            }
            channel.write(out.flip());
            unsent = copy(out);
        }
        return !unsent.hasRemaining() && !data.hasRemaining();
    }

    private static ByteBuffer copy(ByteBuffer from) {
        return from.hasRemaining() ? ByteBuffer.allocate(from.remaining()).put(from).flip() : NOTHING;
    }

    @Override
    public void endOutput() throws IOException {
        engine.closeOutbound();
        ByteBuffer out = records.out().clear();
        engine.wrap(NOTHING, out);
        channel.write(out.flip());
        channel.shutdownOutput();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
