package tincan.lab;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import tincan.lab.socket.Sockets;
import tincan.lab.socket.StreamOptions;
import tincan.lab.socket.StreamSocket;
import tincan.trace.EventLog;

/// One run of a lesson, on real sockets of this computer.
public final class LabStand implements AutoCloseable {
    /// Whatever is waited for comes within so many seconds.
    public static final long DEADLINE_SECONDS = 60;
    /// A fixed time, 29 bytes of `date`.
    public static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T01:08:06Z"), ZoneId.of("UTC"));
    /// Any port of this computer.
    public static final InetSocketAddress ANY = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    private final EventLog log = EventLog.usual();
    private final Sockets sockets = new Sockets(log, new Random(1));
    private final Person host = new Person();
    private final AtomicInteger clients = new AtomicInteger();

    /// The person at the server.
    public Person host() {
        return host;
    }

    /// The sockets of this run.
    public Sockets sockets() {
        return sockets;
    }

    /// Starts a server as its lesson wants it, but on any port.
    public LabServer serve(Lesson lesson) throws IOException {
        return serve(lesson, lesson.options());
    }

    /// Starts a server on any port.
    public LabServer serve(Lesson lesson, ServerOptions options) throws IOException {
        return LabServer.start(lesson, options.withAddress(ANY), sockets, host.console());
    }

    /// Starts a client as its lesson wants it.
    public LabClient use(Lesson lesson, SocketAddress server, Person person) throws IOException {
        return use(lesson, server, person, lesson.clientOptions());
    }

    /// Starts a client.
    public LabClient use(Lesson lesson, SocketAddress server, Person person, StreamOptions options)
            throws IOException {
        return LabClient.start(lesson, nextName(), server, options, sockets, person.console());
    }

    /// A connection without a program.
    public StreamSocket connect(LabServer server) throws IOException {
        return sockets.connect(nextName(), server.address(), StreamOptions.USUAL);
    }

    private String nextName() {
        return Seen.CLIENT + "-" + clients.incrementAndGet();
    }

    /// Waits until a client has left, without trouble.
    public static void awaitLeft(LabClient client) throws Exception {
        assertTrue(client.ended().get(DEADLINE_SECONDS, TimeUnit.SECONDS).isEmpty(), client.name() + " had trouble");
    }

    /// What has happened.
    public Seen seen() {
        return Seen.of(log);
    }

    /// The goals of a lesson that are not reached.
    public List<String> missing(Lesson lesson) {
        Seen seen = seen();
        return lesson.goals().stream().filter(goal -> !goal.reached().test(seen)).map(Goal::key).toList();
    }

    /// Waits until something has been told in the log.
    public void await(BooleanSupplier happened, String what) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(DEADLINE_SECONDS);
        while (!happened.getAsBoolean()) {
            CountDownLatch next = new CountDownLatch(1);
            Runnable subscription = log.onAppend(next::countDown);
            if (!happened.getAsBoolean()) {
                boolean _ = next.await(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            }
            subscription.run();
            assertTrue(System.nanoTime() < deadline, what);
        }
    }

    /// Waits until all goals of a lesson are reached but these.
    public void awaitMissing(Lesson lesson, String... keys) throws InterruptedException {
        await(() -> missing(lesson).equals(List.of(keys)), "goals of " + lesson.name() + " but " + List.of(keys));
    }

    /// Waits until all goals of a lesson are reached.
    public void awaitGoals(Lesson lesson) throws InterruptedException {
        awaitMissing(lesson);
    }

    @Override
    public void close() {
        host.ends();
        sockets.close();
    }
}
