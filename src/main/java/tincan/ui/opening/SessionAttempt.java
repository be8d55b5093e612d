package tincan.ui.opening;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import tincan.session.Session;
import tincan.session.SessionEvent;
import tincan.session.SessionFailure;
import tincan.ui.OpenSession;
import tincan.ui.SessionFeed;

/// Opens one session, or another in its stead if that fails in a way that can be helped.
public final class SessionAttempt implements Attempt<OpenSession> {
    private final Function<SessionFailure, Optional<Session>> otherwise;
    private final Consumer<SessionEvent> meanwhile;
    /// Owner: the lock on this object.
    private Session session;
    /// Owner: the lock on this object.
    private boolean abandoned;

    public SessionAttempt(Session session) {
        this(session, (SessionEvent _) -> {
        });
    }

    /// @param meanwhile gets every event before the feed does, on the session's thread; it must return at once
    public SessionAttempt(Session session, Consumer<SessionEvent> meanwhile) {
        this(session, (SessionFailure _) -> Optional.empty(), meanwhile);
    }

    /// @param otherwise what to open instead when the first fails, if anything
    public SessionAttempt(Session session, Function<SessionFailure, Optional<Session>> otherwise) {
        this(session, otherwise, (SessionEvent _) -> {
        });
    }

    private SessionAttempt(Session session, Function<SessionFailure, Optional<Session>> otherwise,
            Consumer<SessionEvent> meanwhile) {
        this.session = session;
        this.otherwise = otherwise;
        this.meanwhile = meanwhile;
    }

    @Override
    public OpenSession open() throws SessionFailure {
        try {
            return started(latest());
        } catch (SessionFailure e) {
            Optional<Session> second = otherwise.apply(e).filter(this::replaces);
            if (second.isEmpty()) {
                throw e;
            }
            return started(second.get());
        }
    }

    @Override
    public void abandon() {
        Session last;
        synchronized (this) {
            abandoned = true;
            last = session;
        }
        last.leave();
    }

    private OpenSession started(Session session) throws SessionFailure {
        SessionFeed feed = new SessionFeed();
        session.start(meanwhile.andThen(feed));
        return new OpenSession(session, feed);
    }

    private synchronized Session latest() {
        return session;
    }

    private synchronized boolean replaces(Session second) {
        if (!abandoned) {
            session = second;
        }
        return !abandoned;
    }
}
