package tincan.lab.socket;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import tincan.trace.Ends;
import tincan.trace.SocketCall;
import tincan.trace.Tap;

/// `socket`, `setsockopt`, `connect`: how a client gets its [StreamSocket].
final class Connecting {
    private Connecting() {}

    static StreamSocket to(Sockets sockets, String name, SocketAddress to, StreamOptions options)
            throws SocketTrouble {
        Tap tap = sockets.tap(name);
        SocketChannel channel;
        try {
            channel = to instanceof UnixDomainSocketAddress
                    ? SocketChannel.open(StandardProtocolFamily.UNIX)
                    : SocketChannel.open();
        } catch (IOException e) {
            throw SocketTrouble.of(SocketCall.SOCKET, e);
        }
        AutoCloseable pending = () -> Options.discard(channel);
        sockets.opened(pending);
        try {
            tap.called(SocketCall.SOCKET, "stream");
            set(tap, channel, options);
            tap.call(SocketCall.CONNECT, Addresses.shown(to), () -> connect(sockets, channel, to, options.connect()));
            StreamSocket socket = StreamSocket.connected(sockets, tap, channel, Ends.Side.CLIENT, options.timeout());
            socket.buffer(options.buffer());
            return socket;
        } catch (IOException e) {
            Options.discard(channel);
            throw sockets.isOver()
                    ? new SocketTrouble(SocketTrouble.Kind.CLOSED, SocketCall.CONNECT, SocketTrouble.said(e))
                    : SocketTrouble.of(SocketCall.CONNECT, e);
        } finally {
            sockets.closed(pending);
        }
    }

    private static void set(Tap tap, SocketChannel channel, StreamOptions options) throws IOException {
        if (options.receiveBuffer() > 0) {
            Options.receiveBuffer(tap, channel, options.receiveBuffer());
        }
        if (channel.supportedOptions().contains(StandardSocketOptions.TCP_NODELAY)) {
            Options.noDelay(tap, channel, options.noDelay());
        }
    }

    private static void connect(Sockets sockets, SocketChannel channel, SocketAddress to, Duration longest)
            throws IOException {
        if (to instanceof InetSocketAddress inet) {
            channel.socket().connect(resolved(inet), (int) longest.toMillis());
        } else {
            boolean _ = new TimeLimit(sockets, SocketCall.CONNECT, longest, () -> Options.discard(channel))
                    .make(() -> channel.connect(to), false);
        }
    }

    private static InetSocketAddress resolved(InetSocketAddress address) throws SocketTrouble {
        if (address.isUnresolved()) {
            throw new SocketTrouble(SocketTrouble.Kind.UNREACHABLE, SocketCall.CONNECT,
                    address.getHostString() + ": name not known");
        }
        return address;
    }
}
