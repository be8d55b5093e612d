package tincan.lab;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import tincan.lab.socket.Place;
import tincan.lab.socket.SocketTrouble;
import tincan.lab.socket.Sockets;
import tincan.lab.socket.StreamOptions;
import tincan.lab.socket.StreamSocket;
import tincan.lab.socket.UdpSocket;

/// The client of a lesson, running, on a virtual thread of its own. Any thread may use it.
public final class LabClient implements AutoCloseable {
    private final String name;
    private final AutoCloseable socket;
    private final CompletableFuture<Optional<SocketTrouble>> ended = new CompletableFuture<>();

    private final Thread thread;

    private LabClient(String name, AutoCloseable socket, Program program) {
        this.name = name;
        this.socket = socket;
        this.thread = Thread.ofVirtual().name("lab " + name).unstarted(() -> run(program));
    }

    /// Connects, and goes through the lesson. Blocks until it is connected.
    ///
    /// @param name under which the log tells of it; begins with [Seen#CLIENT]
    /// @throws SocketTrouble if it could not connect
    public static LabClient start(Lesson lesson, String name, SocketAddress to, StreamOptions options,
            Sockets sockets, Console console) throws SocketTrouble {
        return switch (lesson) {
            case Lesson.Stream stream -> {
                StreamSocket socket = sockets.connect(name, to, options);
                yield new LabClient(name, socket, () -> stream.use(socket, console)).started();
            }
            case Lesson.Datagram datagram -> {
                if (!(to instanceof InetSocketAddress server)) {
                    throw new IllegalArgumentException("datagrams go to an address of the network, not to " + to);
                }
                UdpSocket socket = sockets.udp(name, options);
                yield new LabClient(name, socket, () -> datagram.use(socket, server, console)).started();
            }
        };
    }

    /// The same, to a place that a person said.
    public static LabClient start(Lesson lesson, String name, Place to, StreamOptions options, Sockets sockets,
            Console console) throws SocketTrouble {
        return start(lesson, name, to.address(), options, sockets, console);
    }

    @FunctionalInterface
    private interface Program {
        void run() throws IOException;
    }

    private LabClient started() {
        thread.start();
        return this;
    }

    private void run(Program program) {
        Optional<SocketTrouble> trouble = Optional.empty();
        try {
            program.run();
        } catch (SocketTrouble e) {
            trouble = Optional.of(e);
        } catch (IOException e) {
            throw new AssertionError("only sockets fail", e);
        } finally {
            closeSocket();
            ended.complete(trouble);
        }
    }

    /// Its name in the log.
    public String name() {
        return name;
    }

    /// Its connection; a client of datagrams has none.
    public Optional<StreamSocket> connection() {
        return socket instanceof StreamSocket stream ? Optional.of(stream) : Optional.empty();
    }

    /// See [StreamOptions#buffer]; holds from the next `recv` on.
    public void buffer(int bytes) {
        switch (socket) {
            case StreamSocket stream -> stream.buffer(bytes);
            case UdpSocket udp -> udp.buffer(bytes);
            default -> throw new AssertionError(socket);
        }
    }

    /// After so long without a byte a `recv` fails; holds from the next one on. Zero for never.
    public void timeout(Duration longest) throws SocketTrouble {
        switch (socket) {
            case StreamSocket stream -> stream.timeout(longest);
            case UdpSocket udp -> udp.timeout(longest);
            default -> throw new AssertionError(socket);
        }
    }

    /// Completes when it has left: with what went wrong, if something did.
    public CompletableFuture<Optional<SocketTrouble>> ended() {
        return ended;
    }

    /// Closes its socket. Its program ends, even if it waits for its person's next line.
    @Override
    public void close() {
        closeSocket();
        thread.interrupt();
    }

    private void closeSocket() {
        switch (socket) {
            case StreamSocket stream -> stream.close();
            case UdpSocket udp -> udp.close();
            default -> throw new AssertionError(socket);
        }
    }
}
