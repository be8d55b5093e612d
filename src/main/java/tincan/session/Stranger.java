package tincan.session;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import tincan.trace.Tap;

/// A connection of which nothing is known yet.
///
/// @param origin see [Origin]
/// @param deadline by when it must be known, by [System#nanoTime]
record Stranger(Socket socket, Tap tap, String address, String origin, long deadline) {

    static Stranger of(Socket socket, Tap tap, long deadline) {
        InetAddress from = socket.getInetAddress();
        String address = socket.getRemoteSocketAddress() instanceof InetSocketAddress remote
                ? Line.shown(remote)
                : "";
        return new Stranger(socket, tap, address, Origin.of(from), deadline);
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
