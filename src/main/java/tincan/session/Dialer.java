package tincan.session;

import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import tincan.session.SessionFailure.Kind;
import tincan.trace.Ends;
import tincan.trace.EventLog;
import tincan.trace.SocketCall;
import tincan.trace.Tap;

/// Makes connections to a host: looks its name up and tries each of its addresses, all within one deadline.
final class Dialer {
    /// What is kept of the time for what comes after connecting.
    private static final long HELLO_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final PeerAddress address;
    private final EventLog log;
    private int connections;

    Dialer(PeerAddress address, EventLog log) {
        this.address = address;
        this.log = log;
    }

    /// A connection that was made.
    record Dialed(Socket socket, Tap tap) {}

    /// Connects.
    ///
    /// @param deadline by [System#nanoTime]
    /// @throws SessionFailure in words of what the network answered
    Dialed dial(long deadline) throws SessionFailure {
        SessionFailure failure = failure(Kind.UNKNOWN_HOST, null);
        InetAddress[] found = lookUp(deadline);
        for (int tried = 0; tried < found.length; tried++) {
            // an address that does not answer must leave time for the next one, and for the hello
            long share = (deadline - System.nanoTime() - HELLO_NANOS) / (found.length - tried);
            try {
                return connect(found[tried], TimeUnit.NANOSECONDS.toMillis(share));
            } catch (IOException e) {
                failure = failure(kind(e), e);
            }
        }
        throw failure;
    }

    private InetAddress[] lookUp(long deadline) throws SessionFailure {
        FutureTask<InetAddress[]> lookUp = new FutureTask<>(() -> InetAddress.getAllByName(address.host()));
        Thread.ofVirtual().name("name look-up").start(lookUp);
        try {
            return lookUp.get(Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw failure(Kind.UNKNOWN_HOST, e);
        } catch (TimeoutException e) {
            throw failure(Kind.UNKNOWN_HOST, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure(Kind.NO_ANSWER, e);
        }
    }

    private Dialed connect(InetAddress ip, long millis) throws IOException {
        Tap tap = new Tap(log, "line-" + ++connections);
        Socket socket = new Socket();
        tap.called(SocketCall.SOCKET, "stream");
        try {
            socket.setTcpNoDelay(true);
            tap.called(SocketCall.SET_OPTION, "TCP_NODELAY 1");
            InetSocketAddress peer = new InetSocketAddress(ip, address.port());
            tap.call(SocketCall.CONNECT, Ends.shown(peer), () -> socket.connect(peer, (int) Math.max(1, millis)));
            tap.connected((InetSocketAddress) socket.getLocalSocketAddress(), peer, Ends.Side.CLIENT);
            return new Dialed(socket, tap);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private SessionFailure failure(Kind kind, @Nullable Exception cause) {
        SessionFailure failure = new SessionFailure(kind, kind == Kind.UNKNOWN_HOST ? address.host() : address.shown());
        if (cause != null) {
            failure.initCause(cause);
        }
        return failure;
    }

    private static Kind kind(IOException e) {
        return switch (e) {
            case SocketTimeoutException _ -> Kind.NO_ANSWER;
            case UnknownHostException _ -> Kind.UNKNOWN_HOST;
            case NoRouteToHostException _,BindException _ -> Kind.UNREACHABLE;
            case ConnectException _ -> Kind.CONNECTION_REFUSED;
            default -> Kind.UNREACHABLE;
        };
    }
}
