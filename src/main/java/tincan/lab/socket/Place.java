package tincan.lab.socket;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Path;

/// Where a socket is bound or connected to, as a person says it.
public sealed interface Place {

    /// As the calls take it. Looking a name up may block.
    SocketAddress address();

    /// As it is written: `127.0.0.1:8009`, `[::1]:8009`, `/tmp/a.sock`.
    String shown();

    /// A port of a computer.
    ///
    /// @param host its name or its number
    record Port(String host, int port) implements Place {
        private static final int LAST = 65_535;

        public Port {
            if (port < 0 || port > LAST) {
                throw new IllegalArgumentException("port " + port);
            }
        }

        @Override
        public InetSocketAddress address() {
            return new InetSocketAddress(host, port);
        }

        @Override
        public String shown() {
            return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
        }

        /// Where a client on this computer finds a server that is bound here.
        public Port reachable() {
            return switch (host) {
                case "0.0.0.0" -> new Port("127.0.0.1", port);
                case "::", "0:0:0:0:0:0:0:0" -> new Port("::1", port);
                default -> this;
            };
        }
    }

    /// A file by which programs of this computer find each other: a Unix domain socket.
    record File(Path path) implements Place {
        @Override
        public UnixDomainSocketAddress address() {
            return UnixDomainSocketAddress.of(path);
        }

        @Override
        public String shown() {
            return path.toString();
        }
    }

    /// The place of an address.
    static Place of(SocketAddress address) {
        return switch (address) {
            case InetSocketAddress inet when inet.isUnresolved() -> new Port(inet.getHostString(), inet.getPort());
            case InetSocketAddress inet -> new Port(inet.getAddress().getHostAddress(), inet.getPort());
            case UnixDomainSocketAddress unix -> new File(unix.getPath());
            default -> throw new IllegalArgumentException(address.toString());
        };
    }
}
