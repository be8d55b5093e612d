package tincan.session;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import tincan.trace.Ends;
import tincan.trace.Tap;

/// A connection at the door, not yet handed to the session. It has a deadline at every moment; by then it must have
/// come further or it is cut, wherever its thread is blocked. Any thread, but only its own moves the deadline.
final class Stranger {
    private final Socket socket;
    private final Tap tap;
    private final String address;
    private final String origin;
    private volatile long deadline;
    private volatile boolean waiting;

    /// @param deadline by when it must be known, by [System#nanoTime]
    Stranger(Socket socket, Tap tap, long deadline) {
        this.socket = socket;
        this.tap = tap;
        this.address = socket.getRemoteSocketAddress() instanceof InetSocketAddress remote ? Ends.shown(remote) : "";
        this.origin = Origin.of(socket.getInetAddress());
        this.deadline = deadline;
    }

    Socket socket() {
        return socket;
    }

    Tap tap() {
        return tap;
    }

    /// Its address and port.
    String address() {
        return address;
    }

    /// See [Origin].
    String origin() {
        return origin;
    }

    /// By when it must have come further, by [System#nanoTime].
    long deadline() {
        return deadline;
    }

    /// It waits for a person, and has shown that it is still there.
    ///
    /// @param until when it must show so again, by [System#nanoTime]
    void waits(long until) {
        deadline = until;
        waiting = true;
    }

    /// Whether it waits for a person.
    boolean isWaiting() {
        return waiting;
    }

    boolean isOverdue(long now) {
        return deadline - now < 0;
    }

    /// Ends the connection at once.
    void cut() {
        try {
            socket.close();
        } catch (IOException e) {
            // there is nothing left to close
        }
    }
}
