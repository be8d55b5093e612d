package tincan.lab.socket;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Files;
import tincan.trace.SocketCall;

/// Why `bind` failed. The system says it only in words, so what it can mean is looked at.
final class BindTrouble {
    private static final int LAST_RESERVED_PORT = 1023;

    private BindTrouble() {}

    static SocketTrouble of(SocketAddress at, IOException e) {
        String said = SocketTrouble.said(e);
        return switch (at) {
            case InetSocketAddress inet -> inet(inet, e, said);
            case UnixDomainSocketAddress unix -> new SocketTrouble(
                    Files.exists(unix.getPath()) ? SocketTrouble.Kind.PORT_IN_USE : SocketTrouble.Kind.NOT_ALLOWED,
                    SocketCall.BIND, said);
            default -> SocketTrouble.of(SocketCall.BIND, e);
        };
    }

    private static SocketTrouble inet(InetSocketAddress at, IOException e, String said) {
        if (at.isUnresolved()) {
            return new SocketTrouble(SocketTrouble.Kind.UNREACHABLE, SocketCall.BIND, at.getHostString());
        }
        if (e instanceof BindException) {
            return isOurs(at)
                    ? new SocketTrouble(SocketTrouble.Kind.PORT_IN_USE, SocketCall.BIND, said,
                            KernelTable.holder(at.getPort()))
                    : new SocketTrouble(SocketTrouble.Kind.NOT_OUR_ADDRESS, SocketCall.BIND, said);
        }
        return e instanceof SocketException && at.getPort() > 0 && at.getPort() <= LAST_RESERVED_PORT
                ? new SocketTrouble(SocketTrouble.Kind.NOT_ALLOWED, SocketCall.BIND, said)
                : SocketTrouble.of(SocketCall.BIND, e);
    }

    private static boolean isOurs(InetSocketAddress at) {
        try {
            return at.getAddress().isAnyLocalAddress() || at.getAddress().isLoopbackAddress()
                    || NetworkInterface.getByInetAddress(at.getAddress()) != null;
        } catch (SocketException e) {
            return true;
        }
    }
}
