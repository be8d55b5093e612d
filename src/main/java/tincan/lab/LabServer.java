package tincan.lab;

import java.io.IOException;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import tincan.lab.socket.ListenOptions;
import tincan.lab.socket.ListeningSocket;
import tincan.lab.socket.Pace;
import tincan.lab.socket.Place;
import tincan.lab.socket.SocketTrouble;
import tincan.lab.socket.Sockets;
import tincan.lab.socket.StreamSocket;
import tincan.lab.socket.UdpSocket;
import tincan.trace.SocketCall;
import tincan.trace.TraceEvent.Note;

/// The server of a lesson, running: it accepts, and lets the lesson serve each client on the thread that was chosen.
/// Any thread may use it.
public final class LabServer implements AutoCloseable {
    /// So many are served at once; who comes then is closed at once. A thread of the system's costs more than one
    /// of Java's.
    private static final int MOST_THREADS = 500;
    private static final int MOST_VIRTUAL_THREADS = 5_000;
    private static final Duration AFTER_FAILURE = Duration.ofMillis(100);

    private final ServerOptions options;
    private final Sockets sockets;
    private final Console console;
    private final AutoCloseable socket;
    private final SocketAddress address;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Semaphore places;
    private final List<Runnable> bells = new CopyOnWriteArrayList<>();
    private final Served served = new Served();

    private LabServer(ServerOptions options, Sockets sockets, Console console, AutoCloseable socket,
            SocketAddress address) {
        this.options = options;
        this.sockets = sockets;
        this.console = console;
        this.socket = socket;
        this.address = address;
        this.places = new Semaphore(
                options.serving() == ServerOptions.Serving.THREAD ? MOST_THREADS : MOST_VIRTUAL_THREADS);
    }

    /// Begins to serve.
    ///
    /// @param console the person at the server
    /// @throws SocketTrouble if the system does not let it listen there
    public static LabServer start(Lesson lesson, ServerOptions options, Sockets sockets, Console console)
            throws SocketTrouble {
        return switch (lesson) {
            case Lesson.Stream stream -> {
                ListeningSocket socket = sockets.listen(Seen.SERVER, options.address(), options.listen());
                LabServer server = new LabServer(options, sockets, console, socket, socket.address());
                server.begin(lesson);
                Thread.ofVirtual().name("lab " + lesson.name() + " accept").start(() -> server.accept(stream, socket));
                yield server;
            }
            case Lesson.Datagram datagram -> {
                UdpSocket socket = sockets.udp(Seen.SERVER, options.address(), waiting(options.listen()));
                LabServer server = new LabServer(options, sockets, console, socket, socket.address());
                server.begin(lesson);
                Thread.ofVirtual().name("lab " + lesson.name()).start(() -> server.serve(datagram, socket));
                yield server;
            }
        };
    }

    /// It has its place: one that did not get it changes nothing of another that runs.
    private void begin(Lesson lesson) {
        if (!options.held().isEmpty()) {
            sockets.pace().only(options.held());
            sockets.pace().mode(Pace.Mode.STEP);
        }
        lesson.begin();
    }

    /// A server of datagrams waits for whoever comes, as `accept` does.
    private static ListenOptions waiting(ListenOptions options) {
        return options.withTimeout(Duration.ZERO);
    }

    /// Where it listens; the port is the one that the system chose if none was asked for.
    public SocketAddress address() {
        return address;
    }

    /// The same, as a person says it.
    public Place place() {
        return Place.of(address);
    }

    /// Somebody who is being served.
    ///
    /// @param name in the log
    /// @param address the client's, as it is written
    public record Client(String name, String address) {}

    /// Who is being served now, in the order they were accepted.
    public List<Client> clients() {
        return connections().stream().map(client -> new Client(client.name(), client.peer())).toList();
    }

    /// The connections that are being served now.
    public List<StreamSocket> connections() {
        return served.all();
    }

    /// How many connections wait to be accepted, where the system tells.
    public OptionalInt waiting() {
        return socket instanceof ListeningSocket listening ? listening.waiting() : OptionalInt.empty();
    }

    /// Rings `bell` when a client comes or goes and when the server ends: it must return at once and not throw.
    ///
    /// @return ends the subscription
    public Runnable onChange(Runnable bell) {
        bells.add(bell);
        return () -> bells.remove(bell);
    }

    /// Whether it has ended, by itself or because it was closed.
    public boolean isOver() {
        return ended.getCount() == 0;
    }

    /// Waits until it has ended.
    public void awaitEnd() throws InterruptedException {
        ended.await();
    }

    private void accept(Lesson.Stream lesson, ListeningSocket listening) {
        try {
            boolean more = true;
            while (more) {
                more = acceptNext(lesson, listening) && !options.once();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            over();
        }
    }

    /// One that cannot be accepted is no reason to turn the next away: it left too early, or there are too many open
    /// files just now.
    ///
    /// @return whether there may be a next one
    private boolean acceptNext(Lesson.Stream lesson, ListeningSocket listening) throws InterruptedException {
        StreamSocket client;
        try {
            client = listening.accept();
        } catch (SocketTrouble e) {
            note(Seen.SERVER, e);
            return e.kind() != SocketTrouble.Kind.CLOSED
                    && !ended.await(AFTER_FAILURE.toMillis(), TimeUnit.MILLISECONDS);
        }
        if (options.once() || options.serving() == ServerOptions.Serving.ONE_AT_A_TIME) {
            serve(lesson, client);
        } else {
            serveBeside(lesson, client);
        }
        return true;
    }

    private void serveBeside(Lesson.Stream lesson, StreamSocket client) {
        if (!places.tryAcquire()) {
            sockets.log().append(client.name(), new Note("too many clients at once"));
            client.close();
            return;
        }
        Thread.Builder threads = options.serving() == ServerOptions.Serving.THREAD
                ? Thread.ofPlatform().daemon()
                : Thread.ofVirtual();
        threads.name("lab " + lesson.name() + " " + client.name()).start(() -> {
            try {
                serve(lesson, client);
            } finally {
                places.release();
            }
        });
    }

    private void serve(Lesson.Stream lesson, StreamSocket client) {
        if (served.enter(client)) {
            ring();
            try (client) {
                lesson.serve(client, console);
            } catch (IOException | RuntimeException e) {
                note(client.name(), e);
            } finally {
                served.leave(client);
                ring();
            }
        } else {
            client.close();
        }
    }

    private void serve(Lesson.Datagram lesson, UdpSocket open) {
        try (open) {
            boolean again = true;
            while (again) {
                again = serveOn(lesson, open);
            }
        } finally {
            over();
        }
    }

    /// An answer that cannot be sent, since its address is none, is no reason to leave everybody else.
    ///
    /// @return whether it is to go on
    private boolean serveOn(Lesson.Datagram lesson, UdpSocket open) {
        try {
            lesson.serve(open, console);
            return false;
        } catch (SocketTrouble e) {
            note(open.name(), e);
            return e.call() == SocketCall.SEND_TO && open.isOpen();
        } catch (IOException | RuntimeException e) {
            note(open.name(), e);
            return false;
        }
    }

    /// Why a connection ended, unless it was closed on this side.
    private void note(String connection, Exception e) {
        Optional<SocketTrouble.Kind> kind = e instanceof SocketTrouble trouble
                ? Optional.of(trouble.kind())
                : Optional.empty();
        if (kind.filter(SocketTrouble.Kind.CLOSED::equals).isEmpty()) {
            sockets.log().append(connection, new Note(e.getMessage() == null ? e.toString() : e.getMessage()));
        }
    }

    private void over() {
        close();
        ended.countDown();
        ring();
    }

    private void ring() {
        bells.forEach(Runnable::run);
    }

    /// Stops listening and closes the connections that are being served, also of those who wait for the person at
    /// the server.
    @Override
    public void close() {
        switch (socket) {
            case ListeningSocket listening -> listening.close();
            case UdpSocket udp -> udp.close();
            default -> throw new AssertionError(socket);
        }
        served.end();
    }
}
