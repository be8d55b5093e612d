package tincan.lab;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Set;
import tincan.lab.socket.ListenOptions;
import tincan.lab.socket.Place;
import tincan.trace.SocketCall;

/// How a lesson's server begins.
///
/// @param address where it binds
/// @param serving how it serves several clients
/// @param once whether it ends with its first client
/// @param held which calls are held from the beginning until a step
public record ServerOptions(SocketAddress address, Serving serving, boolean once, ListenOptions listen,
        Set<SocketCall> held) {

    /// How several clients are served.
    public enum Serving {
        /// The next waits in the backlog until the one before has left.
        ONE_AT_A_TIME,
        /// Each by a thread of the operating system's.
        THREAD,
        /// Each by a thread of Java's own, which costs little.
        VIRTUAL_THREAD
    }

    public ServerOptions {
        held = Set.copyOf(held);
    }

    /// On this computer only, one client at a time.
    public static ServerOptions at(int port) {
        return new ServerOptions(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), Serving.ONE_AT_A_TIME,
                false, ListenOptions.USUAL, Set.of());
    }

    public ServerOptions withPlace(Place other) {
        return withAddress(other.address());
    }

    public ServerOptions withAddress(SocketAddress other) {
        return new ServerOptions(other, serving, once, listen, held);
    }

    public ServerOptions withServing(Serving other) {
        return new ServerOptions(address, other, once, listen, held);
    }

    public ServerOptions withOnce(boolean other) {
        return new ServerOptions(address, serving, other, listen, held);
    }

    public ServerOptions withListen(ListenOptions other) {
        return new ServerOptions(address, serving, once, other, held);
    }

    public ServerOptions withHeld(Set<SocketCall> other) {
        return new ServerOptions(address, serving, once, listen, other);
    }
}
