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
    /// Owner: the thread that waits.
    private boolean asked;

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

    /// The last line about turns asked for one, or gave it away.
    void asked(boolean wanted) {
        asked = wanted;
    }

    /// Waits as long as the turn was asked for and has not come.
    ///
    /// @return whether it has, and was not given away since
    boolean await() throws InterruptedException {
        lock.lock();
        try {
            boolean wanted = asked || isPending();
            while (isPending() && !closed) {
                moved.await();
            }
            Stand stand = session.floor().stand();
            return wanted && !closed && (stand == Stand.GRANTED || stand == Stand.OFF);
        } finally {
            lock.unlock();
        }
    }

    private boolean isPending() {
        Stand stand = session.floor().stand();
        return stand == Stand.REQUESTED || stand == Stand.QUEUED;
    }
}
