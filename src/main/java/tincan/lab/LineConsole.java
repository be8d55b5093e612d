package tincan.lab;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// A console whose person types from another thread.
public final class LineConsole implements Console {
    /// So many lines may wait to be read.
    private static final int MOST = 10_000;

    /// Gets what is shown, on the thread of the lesson; quick, and never throws.
    public interface Screen {
        /// See [Console#print].
        void printed(String text);

        /// See [Console#tell].
        void told(String key, Object... values);
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    /// Owner: the lock, as the next.
    private final Deque<String> typed = new ArrayDeque<>();
    private boolean ended;
    private final Screen screen;

    public LineConsole(Screen screen) {
        this.screen = screen;
    }

    /// The person types a line.
    ///
    /// @return whether there was room for it
    public boolean type(String line) {
        lock.lock();
        try {
            if (ended || typed.size() >= MOST) {
                return false;
            }
            typed.addLast(line);
            changed.signalAll();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /// The same for who can wait until there is room, such as a program whose output is read.
    ///
    /// @return whether it was taken; it is not after the end
    public boolean typeWhenRead(String line) throws InterruptedException {
        lock.lock();
        try {
            while (!ended && typed.size() >= MOST) {
                changed.await();
            }
            return type(line);
        } finally {
            lock.unlock();
        }
    }

    /// The person will type no more; who waits for a line, now or later, gets none.
    public void end() {
        lock.lock();
        try {
            ended = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// A queue of Java's would give a line to a thread that was interrupted before it was typed; here it is kept for
    /// who asks next.
    @Override
    public Optional<String> readLine() {
        lock.lock();
        try {
            while (!Thread.currentThread().isInterrupted()) {
                if (ended || !typed.isEmpty()) {
                    changed.signalAll();
                    return Optional.ofNullable(typed.pollFirst());
                }
                changed.await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
        return Optional.empty();
    }

    @Override
    public void print(String text) {
        screen.printed(text);
    }

    @Override
    public void tell(String key, Object... values) {
        screen.told(key, values);
    }
}
