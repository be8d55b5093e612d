package tincan.ui;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import tincan.session.Person;
import tincan.session.Sending;
import tincan.session.Session;
import tincan.session.SessionEvent;
import tincan.session.SessionFailure;
import tincan.trace.EventLog;

/// A session without a network: it opens, fails or waits as it was told.
public final class ScriptedSession implements Session {
    /// Where every host listens.
    public static final int PORT = 50_123;

    private final boolean hosting;
    private final String title;
    private final String name;
    private final Optional<SessionFailure> failure;
    private final CountDownLatch opens;
    private final CountDownLatch left = new CountDownLatch(1);
    private final EventLog log = new EventLog(1000, InstantSource.system());
    private final List<SessionEvent> first;
    private long said;

    private ScriptedSession(boolean hosting, String title, String name, Optional<SessionFailure> failure, int waits,
            SessionEvent... first) {
        this.first = List.of(first);
        this.hosting = hosting;
        this.title = title;
        this.name = name;
        this.failure = failure;
        this.opens = new CountDownLatch(waits);
    }

    public static ScriptedSession host(String title, String name) {
        return new ScriptedSession(true, title, name, Optional.empty(), 0);
    }

    public static ScriptedSession guest(String title, String name) {
        return new ScriptedSession(false, title, name, Optional.empty(), 0);
    }

    public static ScriptedSession failing(SessionFailure.Kind kind, String detail) {
        return new ScriptedSession(false, "", "", Optional.of(new SessionFailure(kind, detail)), 0);
    }

    /// Opens only when it is left, and fails then.
    public static ScriptedSession waiting() {
        return new ScriptedSession(false, "", "", Optional.of(new SessionFailure(SessionFailure.Kind.NO_ANSWER, "")),
                1);
    }

    /// Tells `words` and opens when it is left.
    public static ScriptedSession knocking(String... words) {
        return new ScriptedSession(false, "", "", Optional.of(new SessionFailure(SessionFailure.Kind.NO_ANSWER, "")),
                1, new SessionEvent.Waiting(List.of(words)));
    }

    @Override
    public void start(Consumer<SessionEvent> listener) throws SessionFailure {
        first.forEach(listener);
        try {
            opens.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (failure.isPresent()) {
            throw failure.get();
        }
        if (hosting) {
            listener.accept(new SessionEvent.Listening(PORT, List.of()));
        }
        listener.accept(new SessionEvent.Welcomed(self(), title));
    }

    @Override
    public boolean hosting() {
        return hosting;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public Person self() {
        return new Person(hosting ? 1 : 2, name, true, Optional.empty());
    }

    @Override
    public List<Person> members() {
        return List.of(self());
    }

    @Override
    public synchronized Sending say(String text) {
        return new Sending.Accepted(++said);
    }

    @Override
    public boolean awaitRoom() {
        return true;
    }

    @Override
    public void typing(boolean now) {}

    @Override
    public EventLog log() {
        return log;
    }

    @Override
    public void leave() {
        opens.countDown();
        left.countDown();
    }

    /// Whether it has been left, or is within a generous while.
    public boolean hasLeft() throws InterruptedException {
        return left.await(20, TimeUnit.SECONDS);
    }
}
