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
    /// Owner: the lock.
    private boolean closed;

    AwaitedTurn(Session session) {
        this.session = session;
    }

    /// Something happened in the session.
    void moved(SessionEvent event) {
        lock.lock();
        try {
            closed |= event instanceof SessionEvent.StateChanged(var state, _) && state == LinkState.CLOSED;
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Waits as long as the turn was asked for and has not come.
    ///
    /// @return whether it has
    boolean await() throws InterruptedException {
        lock.lock();
        try {
            while (isPending() && !closed) {
                moved.await();
            }
            Stand stand = session.floor().stand();
            return !closed && (stand == Stand.GRANTED || stand == Stand.OFF);
        } finally {
            lock.unlock();
        }
    }

    private boolean isPending() {
        Stand stand = session.floor().stand();
        return stand == Stand.REQUESTED || stand == Stand.QUEUED;
    }
}
