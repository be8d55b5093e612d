package tincan.trace;

import java.net.InetSocketAddress;

/// Between which addresses a connection goes, and who began it.
///
/// @param local this side's address and port
/// @param remote the peer's
/// @param side what this side is in it
public record Ends(InetSocketAddress local, InetSocketAddress remote, Side side) {

    /// The two sides of a connection.
    public enum Side {
        /// It called connect.
        CLIENT,
        /// It called accept.
        SERVER
    }

    /// This side's address and port as they are written.
    public String localShown() {
        return shown(local);
    }

    /// The peer's address and port as they are written.
    public String remoteShown() {
        return shown(remote);
    }

    /// An address and a port as they are written.
    public static String shown(InetSocketAddress address) {
        String number = address.getAddress().getHostAddress();
        return (number.indexOf(':') < 0 ? number : "[" + number + "]") + ":" + address.getPort();
    }

    /// Whether `other` is the same connection, seen from its other end.
    public boolean faces(Ends other) {
        return local.equals(other.remote) && remote.equals(other.local);
    }
}
