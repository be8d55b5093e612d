package tincan.lab.socket;

import java.net.SocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import tincan.trace.EventLog;
import tincan.trace.SocketCall;
import tincan.trace.Tap;

/// Makes the sockets of one run of a lesson, which share a log, a pace and the faults made on purpose. Any thread may
/// use it. Closing it closes all of them.
public final class Sockets implements AutoCloseable {
    private static final Duration IDLE = Duration.ofSeconds(10);

    private final EventLog log;
    private final Pace pace = new Pace();
    private final Conditions conditions;
    private final Set<AutoCloseable> open = ConcurrentHashMap.newKeySet();
    /// Its thread comes with the first write and goes when nothing is written any more.
    private final ScheduledThreadPoolExecutor watch = new ScheduledThreadPoolExecutor(1,
            Thread.ofVirtual().name("lab time-outs ", 1).factory());
    private final Map<String, Tap> datagrams = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> accepted = new ConcurrentHashMap<>();
    private volatile boolean over;

    public Sockets(EventLog log) {
        this(log, RandomGenerator.getDefault());
    }

    /// @param random decides what goes wrong
    public Sockets(EventLog log, RandomGenerator random) {
        this.log = log;
        this.conditions = new Conditions(log, random);
        watch.setRemoveOnCancelPolicy(true);
        watch.setKeepAliveTime(IDLE.toSeconds(), TimeUnit.SECONDS);
        watch.allowCoreThreadTimeOut(true);
    }

    /// Where everything is told.
    public EventLog log() {
        return log;
    }

    /// When calls may be made.
    public Pace pace() {
        return pace;
    }

    /// What goes wrong on purpose.
    public Conditions conditions() {
        return conditions;
    }

    /// `socket`, `setsockopt`, `bind`, `listen`.
    ///
    /// @param name under which the log tells of it
    public ListeningSocket listen(String name, SocketAddress at, ListenOptions options) throws SocketTrouble {
        return ListeningSocket.open(this, name, at, options);
    }

    /// `socket`, `setsockopt`, `connect`.
    ///
    /// @param name under which the log tells of it
    public StreamSocket connect(String name, SocketAddress to, StreamOptions options) throws SocketTrouble {
        return Connecting.to(this, name, to, options);
    }

    /// `socket`, and `bind` to this address.
    ///
    /// @param name under which the log tells of it
    public UdpSocket udp(String name, SocketAddress at, ListenOptions options) throws SocketTrouble {
        return UdpSocket.bound(this, name, at, options);
    }

    /// `socket`; the system binds it when it sends.
    ///
    /// @param name under which the log tells of it
    public UdpSocket udp(String name, StreamOptions options) throws SocketTrouble {
        return UdpSocket.unbound(this, name, options);
    }

    /// Closes all sockets, and each that is made later as soon as it is.
    @Override
    public void close() {
        over = true;
        for (AutoCloseable socket : Set.copyOf(open)) {
            closeNow(socket);
        }
    }

    private static void closeNow(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception e) {
            throw new AssertionError("sockets of a lesson close without a word", e);
        }
    }

    Tap tap(String name) {
        return new Tap(log, name);
    }

    /// The one for all datagram sockets of a name: a server that begins again goes on counting its bytes, so that the
    /// log finds those of both.
    Tap datagrams(String name) {
        return datagrams.computeIfAbsent(name, this::tap);
    }

    /// The name of the next connection that a listening socket of this name accepts; never the same again.
    String nextAccepted(String listening) {
        return listening + "-" + accepted.computeIfAbsent(listening, _ -> new AtomicInteger()).incrementAndGet();
    }

    void opened(AutoCloseable socket) {
        open.add(socket);
        if (over) {
            closeNow(socket);
        }
    }

    /// Whether all of them are to be closed.
    boolean isOver() {
        return over;
    }

    /// Who waits for one of them looks again.
    void closed(AutoCloseable socket) {
        open.remove(socket);
        pace.wake();
        conditions.wake();
    }

    /// Does something after a while, unless it is cancelled.
    Future<?> later(Runnable what, Duration after) {
        return watch.schedule(what, after.toNanos(), TimeUnit.NANOSECONDS);
    }

    /// Waits until the call may be made.
    void pass(SocketCall call, Tap tap, BooleanSupplier isOpen) {
        pace.pass(call, tap.connection(), isOpen);
    }
}
