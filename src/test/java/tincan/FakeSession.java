package tincan;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import tincan.room.Mode;
import tincan.session.EndReason;
import tincan.session.FloorControl;
import tincan.session.FloorView;
import tincan.session.HostControls;
import tincan.session.LinkState;
import tincan.session.Person;
import tincan.session.Sending;
import tincan.session.Session;
import tincan.session.SessionEvent;
import tincan.session.SessionFailure;
import tincan.session.Stand;
import tincan.trace.EventLog;

/// A session without a network: keeps what is said, and tells what a test wants told.
final class FakeSession implements Session {
    final List<String> said = new CopyOnWriteArrayList<>();
    final List<String> pressed = new CopyOnWriteArrayList<>();
    final List<Boolean> shows = new CopyOnWriteArrayList<>();
    /// How many texts are taken before [#awaitRoom] has to be called.
    volatile int room = Integer.MAX_VALUE;
    /// Whether what was said is delivered at the end.
    volatile boolean delivers = true;
    /// Whether one speaks at a time. What is asked for waits for [#grant].
    volatile boolean turns;
    volatile Stand stand = Stand.IDLE;
    /// Open once a text was said before the turn that was asked for.
    final CountDownLatch refused = new CountDownLatch(1);
    Optional<SessionFailure> failure = Optional.empty();
    Optional<HostControls> controls = Optional.empty();

    private final FloorControl control = new FakeFloor();
    private final CountDownLatch started = new CountDownLatch(1);
    private final AtomicBoolean left = new AtomicBoolean();
    private volatile Consumer<SessionEvent> listener = _ -> {
    };

    @Override
    public void start(Consumer<SessionEvent> to) throws SessionFailure {
        if (failure.isPresent()) {
            throw failure.get();
        }
        listener = to;
        started.countDown();
    }

    /// Tells an event, once the session is open.
    void tell(SessionEvent event) {
        try {
            if (!started.await(10, TimeUnit.SECONDS)) {
                throw new AssertionError("the session was not opened");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        listener.accept(event);
    }

    /// Ends the session from the other side.
    void end(EndReason reason) {
        if (left.compareAndSet(false, true)) {
            tell(new SessionEvent.StateChanged(LinkState.CLOSED, reason));
        }
    }

    /// What was asked for comes.
    void grant() {
        stand = Stand.GRANTED;
        tell(new SessionEvent.FloorChanged(control.view()));
    }

    @Override
    public FloorControl floor() {
        return control;
    }

    private final class FakeFloor implements FloorControl {
        @Override
        public Mode mode() {
            return turns ? Mode.WALKIE_TALKIE : Mode.CHAT;
        }

        @Override
        public FloorView view() {
            return turns ? new FloorView(stand, 0, "", 0, 0, 0) : FloorView.OFF;
        }

        @Override
        public void request() {
            pressed.add("request");
            if (turns) {
                stand = Stand.REQUESTED;
            }
        }

        @Override
        public void release() {
            pressed.add("release");
        }
    }

    @Override
    public void showEnd(boolean yes) {
        shows.add(yes);
    }

    @Override
    public Sending say(String text) {
        if (left.get()) {
            return new Sending.Rejected(Sending.Why.CLOSED);
        }
        if (text.isEmpty()) {
            return new Sending.Rejected(Sending.Why.EMPTY);
        }
        if (turns && stand != Stand.GRANTED) {
            if (stand == Stand.REQUESTED) {
                refused.countDown();
            }
            return new Sending.Rejected(Sending.Why.NOT_YOUR_TURN);
        }
        if (room == 0) {
            return new Sending.Rejected(Sending.Why.TOO_MUCH_WAITING);
        }
        room--;
        said.add(text);
        return new Sending.Accepted(said.size());
    }

    @Override
    public boolean awaitRoom() {
        room = 1;
        return !left.get();
    }

    @Override
    public void leave() {
        if (delivers && !left.get()) {
            listener.accept(new SessionEvent.Progress(said.size(), said.size()));
        }
        if (left.compareAndSet(false, true)) {
            listener.accept(new SessionEvent.StateChanged(LinkState.CLOSED, EndReason.LEFT));
        }
    }

    @Override
    public Optional<HostControls> controls() {
        return controls;
    }

    @Override
    public boolean hosting() {
        return false;
    }

    @Override
    public String title() {
        return "";
    }

    @Override
    public Person self() {
        return new Person(0, "Bob", true, Optional.empty());
    }

    @Override
    public List<Person> members() {
        return List.of();
    }

    @Override
    public void typing(boolean now) {}

    @Override
    public EventLog log() {
        return new EventLog(16, InstantSource.system());
    }
}
