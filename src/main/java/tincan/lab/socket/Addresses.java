package tincan.lab.socket;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import tincan.trace.Ends;

/// Addresses as they are written.
public final class Addresses {
    private Addresses() {}

    /// Such as `127.0.0.1:8009`, `[::1]:8009`, `/tmp/a.sock`.
    public static String shown(SocketAddress address) {
        return switch (address) {
            case InetSocketAddress inet when inet.isUnresolved() -> inet.getHostString() + ":" + inet.getPort();
            case InetSocketAddress inet -> Ends.shown(inet);
            case UnixDomainSocketAddress unix -> unix.getPath().toString();
            default -> address.toString();
        };
    }
}
