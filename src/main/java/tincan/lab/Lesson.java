package tincan.lab;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import tincan.lab.socket.StreamOptions;
import tincan.lab.socket.StreamSocket;
import tincan.lab.socket.UdpSocket;

/// A lesson: what its server and what its client do, each a program that reads from top to bottom. One object serves
/// all clients.
public sealed interface Lesson {

    /// Its name, as in `tincan lab serve NAME` and in `docs/lessons`.
    String name();

    /// The port of its server unless told otherwise.
    int port();

    /// Whether a person types at its server too.
    default boolean serverTypes() {
        return false;
    }

    /// How its server begins unless told otherwise.
    default ServerOptions options() {
        return ServerOptions.at(port());
    }

    /// What its client sets on its socket unless told otherwise.
    default StreamOptions clientOptions() {
        return StreamOptions.USUAL;
    }

    /// A server of it begins: what an earlier one has left behind is forgotten.
    default void begin() {}

    /// What must have happened for its exercise to be done.
    List<Goal> goals();

    /// A lesson on a connection.
    non-sealed interface Stream extends Lesson {

        /// What the server does with a client. Returning closes the connection.
        ///
        /// @param console the person at the server, for lessons in which one speaks there
        void serve(StreamSocket client, Console console) throws IOException;

        /// What the client does. Returning closes the connection.
        ///
        /// @param console the person at the client
        void use(StreamSocket server, Console console) throws IOException;
    }

    /// A lesson on datagrams.
    non-sealed interface Datagram extends Lesson {

        /// What the server does until it ends.
        void serve(UdpSocket socket, Console console) throws IOException;

        /// What the client does. Returning closes the socket.
        void use(UdpSocket socket, InetSocketAddress server, Console console) throws IOException;
    }
}
