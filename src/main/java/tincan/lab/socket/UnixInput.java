package tincan.lab.socket;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import tincan.trace.SocketCall;

/// What comes over a Unix domain socket, whose reads know no time-out. One that takes too long is ended by shutting the
/// reading side down, so that it is not read from again. Owner: the thread that receives.
final class UnixInput extends InputStream {
    private static final int END = -1;

    private final Sockets sockets;
    private final SocketChannel channel;
    private final InputStream in;
    private Duration limit = Duration.ZERO;

    UnixInput(Sockets sockets, SocketChannel channel) {
        this.sockets = sockets;
        this.channel = channel;
        this.in = Channels.newInputStream(channel);
    }

    /// The next reads may take so long; zero for ever.
    void limit(Duration longest) {
        limit = longest;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? END : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] data, int offset, int length) throws IOException {
        return limit.isZero()
                ? in.read(data, offset, length)
                : new TimeLimit(sockets, SocketCall.READ, limit, this::end).make(() -> in.read(data, offset, length),
                        END);
    }

    private void end() {
        try {
            channel.shutdownInput();
        } catch (IOException e) {
            // it was closed meanwhile, which ends the read as well
        }
    }

    @Override
    public int available() throws IOException {
        return in.available();
    }
}
