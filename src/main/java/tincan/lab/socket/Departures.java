package tincan.lab.socket;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import tincan.trace.Tap;

/// How datagrams leave a socket: one at a time, and on purpose some later, or after the next. Any thread. What is still
/// on its way when it closes leaves then: a network would bring it although its sender has gone.
final class Departures implements AutoCloseable {
    /// A datagram that is to be overtaken is sent after so long if none comes after it.
    private static final Duration OVERTAKEN = Duration.ofMillis(300);
    /// So many are on their way at once; the next is lost.
    static final int MOST = 1000;

    private final Tap tap;
    private final DatagramSocket socket;
    private final ScheduledThreadPoolExecutor later;
    /// The tap wants one sender at a time; what is delayed is sent by another thread.
    private final ReentrantLock sending = new ReentrantLock();
    /// Owner: that lock, as the next.
    private final Set<DatagramPacket> delayed = new LinkedHashSet<>();
    /// What the next datagram will overtake.
    private @Nullable DatagramPacket waiting;

    Departures(Tap tap, DatagramSocket socket) {
        this.tap = tap;
        this.socket = socket;
        this.later = new ScheduledThreadPoolExecutor(1,
                Thread.ofVirtual().name(tap.connection() + " delayed ", 1).factory());
    }

    /// Sends it, and after it what it was to overtake.
    void send(DatagramPacket packet) throws IOException {
        sending.lock();
        try {
            tap.send(socket, packet);
            if (waiting != null) {
                DatagramPacket next = waiting;
                waiting = null;
                tap.send(socket, next);
            }
        } finally {
            sending.unlock();
        }
    }

    /// Sends it after a while.
    void sendAfter(Duration delay, DatagramPacket packet) {
        sending.lock();
        try {
            if (delayed.size() >= MOST) {
                tap.note("lost: " + MOST + " datagrams are delayed already");
                return;
            }
            delayed.add(packet);
        } finally {
            sending.unlock();
        }
        later(() -> due(packet), delay);
    }

    /// Keeps it until the next has left.
    ///
    /// @return whether it does; one is kept at a time
    boolean sendAfterNext(DatagramPacket packet) {
        sending.lock();
        try {
            if (waiting != null) {
                return false;
            }
            waiting = packet;
        } finally {
            sending.unlock();
        }
        tap.note("held back on purpose until the next has left");
        later(() -> alone(packet), OVERTAKEN);
        return true;
    }

    private void later(Runnable what, Duration delay) {
        try {
            Future<?> _ = later.schedule(what, delay.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            // it was closed meanwhile
        }
    }

    private void due(DatagramPacket packet) {
        sending.lock();
        try {
            if (delayed.remove(packet)) {
                gone(packet);
            }
        } finally {
            sending.unlock();
        }
    }

    private void alone(DatagramPacket packet) {
        sending.lock();
        try {
            if (waiting == packet) {
                waiting = null;
                gone(packet);
            }
        } finally {
            sending.unlock();
        }
    }

    private void gone(DatagramPacket packet) {
        try {
            send(packet);
        } catch (IOException e) {
            // the tap has told it, and who sent it went on long ago
        }
    }

    @Override
    public void close() {
        later.shutdownNow();
        sending.lock();
        try {
            delayed.forEach(this::gone);
            delayed.clear();
            if (waiting != null) {
                alone(waiting);
            }
        } finally {
            sending.unlock();
        }
    }
}
