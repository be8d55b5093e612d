package tincan.lab.socket;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.util.Optional;
import tincan.trace.SocketCall;
import tincan.trace.Tap;

/// A socket call failed: which one, what that means, and what the operating system said.
public final class SocketTrouble extends IOException {
    private static final long serialVersionUID = 1;

    /// What a failure means.
    public enum Kind {
        /// Something else listens there (EADDRINUSE).
        PORT_IN_USE,
        /// The address is not one of this computer's (EADDRNOTAVAIL).
        NOT_OUR_ADDRESS,
        /// The system reserves that port, or that file (EACCES).
        NOT_ALLOWED,
        /// Nobody listens there (ECONNREFUSED).
        REFUSED,
        /// The other end broke the connection off (ECONNRESET, EPIPE).
        RESET,
        /// Nothing happened in the time given (ETIMEDOUT, EAGAIN).
        TIMED_OUT,
        /// No way leads there (EHOSTUNREACH, ENETUNREACH), or the name is not known.
        UNREACHABLE,
        /// This side closed the socket meanwhile (EBADF).
        CLOSED,
        /// Anything else.
        OTHER
    }

    private final Kind kind;
    private final SocketCall call;
    private final transient Optional<String> holder;

    SocketTrouble(Kind kind, SocketCall call, String said) {
        this(kind, call, said, Optional.empty());
    }

    SocketTrouble(Kind kind, SocketCall call, String said, Optional<String> holder) {
        super(said);
        this.kind = kind;
        this.call = call;
        this.holder = holder;
    }

    /// A call on an open socket failed.
    static SocketTrouble of(SocketCall call, IOException e) {
        return e instanceof SocketTrouble trouble
                ? trouble
                : new SocketTrouble(kind(call, e), call, said(e));
    }

    private static Kind kind(SocketCall call, IOException e) {
        return switch (e) {
            case SocketTimeoutException timeout -> Kind.TIMED_OUT;
            case ClosedChannelException closed -> Kind.CLOSED;
            case NoRouteToHostException unreachable -> Kind.UNREACHABLE;
            case ConnectException refused -> Kind.REFUSED;
            default -> switch (call) {
                case READ, WRITE -> Kind.RESET;
                case CONNECT -> Kind.UNREACHABLE;
                case RECEIVE_FROM, SEND_TO -> Kind.REFUSED;
                default -> Kind.OTHER;
            };
        };
    }

    static String said(IOException e) {
        return Tap.said(e);
    }

    /// What it means.
    public Kind kind() {
        return kind;
    }

    /// The call that failed.
    public SocketCall call() {
        return call;
    }

    /// What the operating system said.
    public String said() {
        return String.valueOf(getMessage());
    }

    /// The program that has the port, where the system tells.
    public Optional<String> holder() {
        return holder;
    }
}
