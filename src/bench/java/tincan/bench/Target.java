package tincan.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import tincan.secure.Code;

/// Where a crowd goes: a port of 127.0.0.1, and how it is talked to there.
///
/// @param code of a private session
record Target(Protocol protocol, int port, Optional<Code> code) {
    /// The environment variable with the code of a private session.
    static final String CODE = "TINCAN_CODE";
    /// How many connections one source address has ports for.
    private static final int PORTS = 16_000;

    /// A running server.
    static Target of(Running running) throws IOException {
        return new Target(running.server().protocol(), running.port(), running.code());
    }

    /// How many may be on their way in at once; more would only wait in the server's backlog. Of one address our own
    /// host lets no more than 16 stand at its door.
    int joining() {
        return switch (protocol) {
            case TINCAN, TINCAN_TLS -> 8;
            case IRC, NATS -> 50;
        };
    }

    /// A socket for the member of this number, not connected.
    SocketChannel channel(int number) throws IOException {
        SocketChannel channel = SocketChannel.open();
        if (number >= PORTS) {
            channel.bind(new InetSocketAddress("127.0.0." + (1 + number / PORTS), 0));
        }
        return channel;
    }

    InetSocketAddress address() {
        return new InetSocketAddress("127.0.0.1", port);
    }
}
