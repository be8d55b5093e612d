package tincan.lab.socket;

import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import tincan.trace.SocketCall;

/// When the calls of a lesson may be made: at once, slowly, or one at each step. A call waits before it is made, so
/// nothing is lost: what it would read waits in the kernel. Any thread may use it.
public final class Pace {
    /// The calls that can be held.
    public static final Set<SocketCall> HOLDABLE = Set.copyOf(EnumSet.of(SocketCall.ACCEPT, SocketCall.READ,
            SocketCall.WRITE, SocketCall.RECEIVE_FROM, SocketCall.SEND_TO));
    /// How long a call waits in slow motion unless told otherwise.
    public static final Duration USUAL = Duration.ofSeconds(1);

    /// The ways to go on.
    public enum Mode {
        /// Every call is made at once.
        RUN,
        /// Every call waits for a while.
        SLOW,
        /// Every call waits for [Pace#step].
        STEP
    }

    /// A call that waits to be made.
    ///
    /// @param number counts from 1
    /// @param connection who makes it
    public record Held(long number, SocketCall call, String connection) {}

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<Runnable> bells = new CopyOnWriteArrayList<>();
    /// Owner: the lock, as all below.
    private final Map<Long, Held> held = new LinkedHashMap<>();
    private Mode mode = Mode.RUN;
    private Duration slow = USUAL;
    private Set<SocketCall> calls = HOLDABLE;
    private long last;

    /// Goes on in another way; what is held is held by the new one, or goes on at once.
    public void mode(Mode chosen) {
        change(() -> mode = chosen);
    }

    /// How it goes on.
    public Mode mode() {
        return asked(() -> mode);
    }

    /// How long each call waits in slow motion.
    public void slow(Duration each) {
        change(() -> slow = each);
    }

    /// Only these calls are held or slowed.
    public void only(Set<SocketCall> chosen) {
        Set<SocketCall> copy = Set.copyOf(chosen);
        change(() -> calls = copy);
    }

    /// Lets the call go on that has waited longest.
    ///
    /// @return whether there was one
    public boolean step() {
        boolean[] found = new boolean[1];
        change(() -> held.keySet().stream().findFirst().ifPresent(number -> {
            held.remove(number);
            found[0] = true;
        }));
        return found[0];
    }

    /// Lets this call go on, if it still waits.
    public void step(Held call) {
        change(() -> held.remove(call.number()));
    }

    /// The calls that wait, the longest first.
    public List<Held> held() {
        return asked(() -> List.copyOf(held.values()));
    }

    /// Rings `bell` after each change, on the thread that made it: it must return at once and not throw.
    ///
    /// @return ends the subscription
    public Runnable onChange(Runnable bell) {
        bells.add(bell);
        return () -> bells.remove(bell);
    }

    /// Somebody closed a socket: who waits looks again whether it is his.
    void wake() {
        change(() -> {
        });
    }

    /// Returns when the call may be made, or when its socket is no longer open.
    void pass(SocketCall call, String connection, BooleanSupplier open) {
        lock.lock();
        try {
            if (mode == Mode.RUN || !calls.contains(call)) {
                return;
            }
            Held own = new Held(++last, call, connection);
            held.put(own.number(), own);
            ring();
            await(own, open);
            held.remove(own.number());
        } finally {
            lock.unlock();
        }
        ring();
    }

    private void await(Held own, BooleanSupplier open) {
        long began = System.nanoTime();
        while (held.containsKey(own.number()) && mode != Mode.RUN && calls.contains(own.call())
                && open.getAsBoolean()) {
            if (mode == Mode.STEP) {
                changed.awaitUninterruptibly();
                continue;
            }
            long left = slow.toNanos() - (System.nanoTime() - began);
            if (left <= 0) {
                return;
            }
            try {
                changed.awaitNanos(left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void change(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        ring();
    }

    private <T> T asked(Supplier<T> question) {
        lock.lock();
        try {
            return question.get();
        } finally {
            lock.unlock();
        }
    }

    private void ring() {
        bells.forEach(Runnable::run);
    }
}
