package tincan.lab.socket;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.UnresolvedAddressException;
import java.nio.channels.UnsupportedAddressTypeException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicBoolean;
import tincan.trace.Ends;
import tincan.trace.SocketCall;
import tincan.trace.Tap;

/// A socket that listens: the system completes connections by itself and keeps them waiting until they are accepted.
/// One thread accepts; any thread may close it.
public final class ListeningSocket implements AutoCloseable {
    private final Sockets sockets;
    private final Tap tap;
    private final ServerSocketChannel channel;
    private final SocketAddress address;
    private final Duration timeout;
    private final AtomicBoolean closed = new AtomicBoolean();

    private ListeningSocket(Sockets sockets, Tap tap, ServerSocketChannel channel, Duration timeout)
            throws IOException {
        this.sockets = sockets;
        this.tap = tap;
        this.channel = channel;
        this.address = channel.getLocalAddress();
        this.timeout = timeout;
        sockets.opened(this);
    }

    static ListeningSocket open(Sockets sockets, String name, SocketAddress at, ListenOptions options)
            throws SocketTrouble {
        Tap tap = sockets.tap(name);
        ServerSocketChannel channel;
        try {
            channel = at instanceof UnixDomainSocketAddress
                    ? ServerSocketChannel.open(StandardProtocolFamily.UNIX)
                    : ServerSocketChannel.open();
        } catch (IOException e) {
            throw SocketTrouble.of(SocketCall.SOCKET, e);
        }
        try {
            tap.called(SocketCall.SOCKET, "stream");
            if (!(at instanceof UnixDomainSocketAddress)) {
                Options.reuse(tap, channel, options.reuse());
            }
            if (options.receiveBuffer() > 0) {
                Options.receiveBuffer(tap, channel, options.receiveBuffer());
            }
            // the system is asked to bind and to listen by one call of Java; a backlog of 0 would be Java's own choice
            tap.call(SocketCall.BIND, Addresses.shown(at), () -> bind(channel, at, Math.max(1, options.backlog())));
            ListeningSocket socket = new ListeningSocket(sockets, tap, channel, options.timeout());
            tap.called(SocketCall.LISTEN, "backlog " + Math.max(1, options.backlog()));
            return socket;
        } catch (IOException e) {
            Options.discard(channel);
            throw BindTrouble.of(at, e);
        }
    }

    private static void bind(ServerSocketChannel channel, SocketAddress at, int backlog) throws IOException {
        try {
            channel.bind(at, backlog);
        } catch (UnresolvedAddressException | UnsupportedAddressTypeException e) {
            throw new SocketException(at + ": no address of this computer");
        }
    }

    /// Where it listens; the port is the one that the system chose if none was asked for.
    public SocketAddress address() {
        return address;
    }

    /// Waits for the next connection and takes it. Its name in the log is this one's with a number.
    public StreamSocket accept() throws SocketTrouble {
        sockets.pass(SocketCall.ACCEPT, tap, () -> !closed.get());
        Tap.Started started = tap.begin(SocketCall.ACCEPT, "");
        SocketChannel connection;
        try {
            connection = channel.accept();
        } catch (IOException e) {
            started.failed(e);
            throw closed.get()
                    ? new SocketTrouble(SocketTrouble.Kind.CLOSED, SocketCall.ACCEPT, SocketTrouble.said(e))
                    : SocketTrouble.of(SocketCall.ACCEPT, e);
        }
        String name = sockets.nextAccepted(tap.connection());
        try {
            started.returned(name + from(connection.getRemoteAddress()));
            return StreamSocket.connected(sockets, sockets.tap(name), connection, Ends.Side.SERVER, timeout);
        } catch (IOException e) {
            Options.discard(connection);
            throw SocketTrouble.of(SocketCall.ACCEPT, e);
        }
    }

    private static String from(SocketAddress peer) {
        return peer instanceof InetSocketAddress inet ? " from " + Ends.shown(inet) : "";
    }

    /// How many connections wait to be accepted, where the system tells.
    public OptionalInt waiting() {
        return address instanceof InetSocketAddress inet && !closed.get()
                ? KernelTable.waiting(inet)
                : OptionalInt.empty();
    }

    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        try {
            tap.call(SocketCall.CLOSE, "", channel::close);
            if (address instanceof UnixDomainSocketAddress unix) {
                Files.deleteIfExists(unix.getPath());
            }
        } catch (IOException e) {
            // the tap has told it; there is nothing left to close
            Options.discard(channel);
        }
        sockets.closed(this);
    }
}
