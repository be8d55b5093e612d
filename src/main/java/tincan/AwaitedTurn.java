package tincan;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import tincan.session.LinkState;
import tincan.session.Session;
import tincan.session.SessionEvent;
import tincan.session.Stand;

/// Lets a line wait for the turn that was asked for before it. One thread waits, the session's own tells.
final class AwaitedTurn {
    private final Session session;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    /// Whether a turn was asked for that was not given back, refused or taken away. Owner: the lock, as the next.
    private boolean asked;
    private boolean closed;

    AwaitedTurn(Session session) {
        this.session = session;
    }

    /// Something happened in the session.
    void moved(SessionEvent event) {
        lock.lock();
        try {
            closed |= event instanceof SessionEvent.StateChanged(var state, _) && state == LinkState.CLOSED;
            asked &= !(event instanceof SessionEvent.FloorDenied || event instanceof SessionEvent.FloorRevoked);
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// The last line about turns asks for one, or gives it away. To be called before it is done.
    void asked(boolean wanted) {
        lock.lock();
        try {
            asked = wanted;
        } finally {
            lock.unlock();
        }
    }

    /// Waits until the turn that was asked for has come.
    ///
    /// @return whether it has; false at once if none was asked for
    boolean await() throws InterruptedException {
        lock.lock();
        try {
            while (asked && !closed && !maySpeak()) {
                moved.await();
            }
            return asked && !closed;
        } finally {
            lock.unlock();
        }
    }

    private boolean maySpeak() {
        Stand stand = session.floor().view().stand();
        return stand == Stand.GRANTED || stand == Stand.OFF;
    }
}
