package tincan.bench;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/// Bytes as they are.
final class PlainLink implements Link {
    private final SocketChannel channel;
    private boolean begun;

    /// @param channel on its way to a server, or there
    PlainLink(SocketChannel channel) {
        this.channel = channel;
    }

    @Override
    public SelectionKey register(Selector selector, Member member) throws IOException {
        return channel.register(selector, SelectionKey.OP_CONNECT, member);
    }

    @Override
    public boolean stands() throws IOException {
        if (!begun && channel.finishConnect()) {
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            begun = true;
        }
        return begun;
    }

    @Override
    public int read(ByteBuffer data) throws IOException {
        return channel.read(data);
    }

    @Override
    public boolean write(ByteBuffer data) throws IOException {
        channel.write(data);
        return !data.hasRemaining();
    }

    @Override
    public void endOutput() throws IOException {
        channel.shutdownOutput();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
