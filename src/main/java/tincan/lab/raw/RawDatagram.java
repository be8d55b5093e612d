package tincan.lab.raw;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tincan.lab.Console;
import tincan.lab.Goal;
import tincan.lab.Lesson;
import tincan.lab.socket.Addresses;
import tincan.lab.socket.SocketTrouble;
import tincan.lab.socket.UdpSocket;

/// Datagrams without any protocol, as client or as server, which answers whoever spoke last. Nothing tells that the
/// other side has gone; so when nothing more is typed, a client waits a little for what still comes.
public final class RawDatagram implements Lesson.Datagram {
    private static final Duration STILL = Duration.ofSeconds(1);

    private final Supplier<RawOptions> options;

    public RawDatagram(RawOptions options) {
        this(() -> options);
    }

    /// @param options asked for each line; any thread
    public RawDatagram(Supplier<RawOptions> options) {
        this.options = options;
    }

    @Override
    public String name() {
        return "raw-udp";
    }

    @Override
    public int port() {
        return RawStream.PORT;
    }

    @Override
    public void serve(UdpSocket socket, Console console) throws IOException {
        AtomicReference<@Nullable InetSocketAddress> last = new AtomicReference<>();
        Thread writer = Thread.ofVirtual().name("lab raw-udp writer")
                .start(() -> write(socket, () -> Optional.ofNullable(last.get()), console));
        try {
            while (true) {
                UdpSocket.Received datagram = socket.recvfrom(UdpSocket.LARGEST);
                if (!datagram.from().equals(last.getAndSet(datagram.from()))) {
                    console.tell("lab.told.from", Addresses.shown(datagram.from()));
                }
                show(datagram, console);
            }
        } finally {
            socket.close();
            writer.interrupt();
        }
    }

    @Override
    public void use(UdpSocket socket, InetSocketAddress server, Console console) throws IOException {
        Thread writer = Thread.ofVirtual().name("lab raw-udp " + socket.name() + " writer").start(() -> {
            write(socket, () -> Optional.of(server), console);
            leave(socket);
        });
        try {
            while (true) {
                receive(socket, console);
            }
        } catch (SocketTrouble e) {
            if (e.kind() != SocketTrouble.Kind.CLOSED) {
                throw e;
            }
        } finally {
            socket.close();
            writer.interrupt();
        }
    }

    /// Silence is no trouble here.
    private static void receive(UdpSocket socket, Console console) throws SocketTrouble {
        try {
            show(socket.recvfrom(UdpSocket.LARGEST), console);
        } catch (SocketTrouble e) {
            if (e.kind() != SocketTrouble.Kind.TIMED_OUT) {
                throw e;
            }
        }
    }

    /// A datagram is whole: there is nothing to wait for.
    private static void show(UdpSocket.Received datagram, Console console) {
        Shown shown = new Shown();
        console.print(shown.next(datagram.data()).orElse("") + shown.last().orElse(""));
    }

    private static void leave(UdpSocket socket) {
        try {
            Thread.sleep(STILL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        socket.close();
    }

    private void write(UdpSocket socket, Supplier<Optional<InetSocketAddress>> to, Console console) {
        for (Optional<String> line = console.readLine(); line.isPresent() && socket.isOpen(); line = console
                .readLine()) {
            Optional<byte[]> data = options.get().bytes(line.get());
            Optional<InetSocketAddress> peer = to.get();
            if (data.isEmpty()) {
                console.tell("lab.told.no-hex", line.get());
            } else if (peer.isEmpty()) {
                console.tell("lab.told.to-nobody");
            } else {
                send(socket, data.get(), peer.get(), console);
            }
        }
    }

    /// One that could not be sent says nothing about the next, which may go elsewhere.
    private static void send(UdpSocket socket, byte[] data, InetSocketAddress to, Console console) {
        try {
            socket.sendto(data, to);
        } catch (SocketTrouble e) {
            console.tell("lab.told.not-sent", e.said());
        }
    }

    @Override
    public boolean serverTypes() {
        return true;
    }

    @Override
    public List<Goal> goals() {
        return List.of();
    }
}
