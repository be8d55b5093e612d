package tincan.session;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Optional;
import java.util.function.BiConsumer;
import tincan.trace.Ends;
import tincan.trace.EventLog;
import tincan.trace.SocketCall;
import tincan.trace.Tap;

/// Listens on a port and hands out each connection it accepts, on a virtual thread of that connection's own.
final class Listener {
    private static final int BACKLOG = 256;
    private static final int PROBE_MILLIS = 500;
    private static final int LAST_RESERVED_PORT = 1023;
    private static final long PAUSE_MILLIS = 100;

    private final EventLog log;
    private final Tap tap;
    private final ServerSocket socket;

    private Listener(EventLog log, Tap tap, ServerSocket socket) {
        this.log = log;
        this.tap = tap;
        this.socket = socket;
    }

    /// Makes the listening socket.
    ///
    /// @throws SessionFailure if the system does not let it listen there
    static Listener open(Optional<String> bind, int port, EventLog log) throws SessionFailure {
        Tap tap = new Tap(log, "listener");
        try {
            ServerSocket socket = new ServerSocket();
            tap.called(SocketCall.SOCKET, "stream");
            Listener listener = new Listener(log, tap, socket);
            listener.bind(bind.isPresent()
                    ? new InetSocketAddress(InetAddress.getByName(bind.get()), port)
                    : new InetSocketAddress(port));
            return listener;
        } catch (BindException e) {
            throw new SessionFailure(bindFailure(port), String.valueOf(port));
        } catch (IOException e) {
            throw new SessionFailure(SessionFailure.Kind.CANNOT_LISTEN, String.valueOf(e.getMessage()));
        }
    }

    private void bind(InetSocketAddress address) throws IOException {
        try {
            tap.call(SocketCall.BIND, address.getAddress().getHostAddress() + ":" + address.getPort(),
                    () -> socket.bind(address, BACKLOG));
            tap.called(SocketCall.LISTEN, "port " + port() + ", backlog " + BACKLOG);
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    /// The system says why only in words; but a port below 1024 at which nobody answers was forbidden, not taken.
    private static SessionFailure.Kind bindFailure(int port) {
        if (port > LAST_RESERVED_PORT) {
            return SessionFailure.Kind.PORT_IN_USE;
        }
        try (Socket probe = new Socket()) {
            probe.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PROBE_MILLIS);
            return SessionFailure.Kind.PORT_IN_USE;
        } catch (IOException e) {
            return SessionFailure.Kind.PORT_NOT_ALLOWED;
        }
    }

    int port() {
        return socket.getLocalPort();
    }

    /// Begins to accept.
    ///
    /// @param taken gets each connection and its name, on a virtual thread of its own
    void start(BiConsumer<Socket, String> taken) {
        Thread.ofVirtual().name("listener " + port()).start(() -> accept(taken));
    }

    private void accept(BiConsumer<Socket, String> taken) {
        for (long number = 1; !socket.isClosed(); number++) {
            String name = "line-" + number;
            Tap.Started started = tap.begin(SocketCall.ACCEPT, "");
            try {
                Socket connection = socket.accept();
                InetSocketAddress peer = (InetSocketAddress) connection.getRemoteSocketAddress();
                started.returned(name + " from " + Ends.shown(peer));
                new Tap(log, name).connected((InetSocketAddress) connection.getLocalSocketAddress(), peer,
                        Ends.Side.SERVER);
                Thread.ofVirtual().name(name + " reader " + connection.getInetAddress().getHostAddress())
                        .start(() -> taken.accept(connection, name));
            } catch (IOException e) {
                started.failed(e);
                pauseUnlessClosed();
            }
        }
    }

    /// A system that is out of file descriptors refuses at once; asking it again at once would only spin.
    private void pauseUnlessClosed() {
        if (!socket.isClosed()) {
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException interrupted) {
                close();
            }
        }
    }

    /// Stops listening; connections that were accepted live on.
    void close() {
        try {
            tap.call(SocketCall.CLOSE, "", socket::close);
        } catch (IOException e) {
            // the tap has reported it; there is nothing left to close
        }
    }
}
