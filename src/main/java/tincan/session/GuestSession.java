package tincan.session;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tincan.room.Entry;
import tincan.room.EntryCodec;
import tincan.room.Place;
import tincan.session.SessionFailure.Kind;
import tincan.trace.EventLog;
import tincan.wire.BrokenFrame;
import tincan.wire.Farewell;
import tincan.wire.Frame;
import tincan.wire.Refusal;

/// A session on another computer, joined from here. It outlives its connections: when one is lost it makes another,
/// says where it stood, and the room goes on from there.
///
/// One thread connects and reads; one writes; one looks after the connection; one brings events to the listener.
public final class GuestSession implements Session {
    private static final int HOST = 1;
    private static final long REACH_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final long TICK_NANOS = TimeUnit.MILLISECONDS.toNanos(MemberConnection.TICK_MILLIS);
    private static final int SILENT_TICKS = 6;
    private static final long PATIENCE_MILLIS = 3000;
    private static final long CLOSING_MILLIS = 1500;

    private final GuestOptions options;
    private final EventLog log;
    private final Dialer dialer;
    private final Backoff backoff = new Backoff(RandomGenerator.getDefault());
    private final GuestOutbox outbox = new GuestOutbox(this::progress);
    private final Roster roster = new Roster();
    private final AtomicBoolean leaving = new AtomicBoolean();
    private final Doorbell retry = new Doorbell();
    /// Open once the first try to come in is over.
    private final CountDownLatch entered = new CountDownLatch(1);
    private final Doorbell heartbeatBell = new Doorbell();
    /// Owner: the reader's thread.
    private final Place place = new Place();

    private volatile @Nullable Dispatcher dispatcher;
    private volatile @Nullable Thread reader;
    private volatile @Nullable Line line;
    private volatile @Nullable GuestWriter writer;
    private volatile Frame.@Nullable Welcome welcome;
    /// Whether this side is on its way out: no connection is made any more.
    private volatile boolean departing;
    /// The entry with which this guest came in; older ones are history. Owner: the reader's thread.
    private long joinedAt;
    /// Set by the reader's thread when the session is over for good.
    private volatile EndReason ended = EndReason.NONE;

    public GuestSession(GuestOptions options, EventLog log) {
        this.options = options;
        this.log = log;
        this.dialer = new Dialer(options.address(), log);
    }

    @Override
    public void start(Consumer<SessionEvent> listener) throws SessionFailure {
        Dispatcher dispatching = new Dispatcher(listener);
        dispatcher = dispatching;
        dispatching.tell(new SessionEvent.StateChanged(LinkState.CONNECTING, EndReason.NONE));
        dispatching.start("guest events");
        try {
            Line first = enter(Optional.empty());
            reader = Thread.ofVirtual().name("guest reader " + first.address()).start(() -> run(first));
            Thread.ofVirtual().name("guest heartbeat").start(this::heartbeat);
        } catch (SessionFailure e) {
            ended = EndReason.LEFT;
            outbox.close();
            dispatching.close();
            throw e;
        } finally {
            entered.countDown();
        }
    }

    /// Connects and asks to be let in, all within 5 s.
    private Line enter(Optional<Frame.Return> back) throws SessionFailure {
        long deadline = System.nanoTime() + REACH_NANOS;
        Line made = dialer.dial(deadline);
        try {
            made.write(new Frame.Hello(Frame.VERSION, options.name(), back));
            Frame answer = firstFrame(made, deadline);
            switch (answer) {
                case Frame.Welcome in -> admitted(made, in);
                case Frame.Refused refused -> throw refused(refused);
                default -> throw new BrokenFrame("the first frame is no welcome");
            }
            made.readTimeout(0);
            return made;
        } catch (IOException | BrokenFrame e) {
            made.close(EndReason.BAD_DATA);
            throw new SessionFailure(Kind.NOT_TINCAN, options.address().shown());
        } catch (SessionFailure e) {
            made.close(EndReason.LEFT);
            throw e;
        }
    }

    private static Frame firstFrame(Line made, long deadline) throws IOException, BrokenFrame {
        for (Frame frame = made.next();; frame = made.next()) {
            if (frame != null) {
                return frame;
            }
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            made.readTimeout((int) Math.max(1, left));
            if (left <= 0 || !made.read()) {
                throw new SocketTimeoutException("no welcome");
            }
        }
    }

    private SessionFailure refused(Frame.Refused refused) {
        String where = options.address().shown();
        return switch (refused.code()) {
            case Refusal.VERSION -> new SessionFailure(Kind.OTHER_VERSION, where);
            case Refusal.FULL -> new SessionFailure(Kind.FULL, where);
            case Refusal.NO_PLACE -> new SessionFailure(Kind.REFUSED, Refusal.NO_PLACE);
            default -> new SessionFailure(Kind.REFUSED, refused.text().isEmpty() ? refused.code() : refused.text());
        };
    }

    private void admitted(Line made, Frame.Welcome in) {
        boolean first = welcome == null;
        roster.restart();
        if (first) {
            place.startBefore(in.first());
            joinedAt = in.last();
        } else if (in.first() > place.last() + 1) {
            outbox.delivered(in.said());
        }
        welcome = in;
        GuestWriter carrier = new GuestWriter(made, outbox, in.said(), place.last());
        outbox.resume(carrier, in.said());
        line = made;
        writer = carrier;
        Thread.ofVirtual().name("guest writer " + made.address()).start(carrier::run);
        if (first) {
            tell(new SessionEvent.Welcomed(self(), in.title()));
        }
        tell(new SessionEvent.StateChanged(LinkState.CONNECTED, EndReason.NONE));
        if (departing) {
            carrier.sayGoodbye();
        }
    }

    private void run(Line first) {
        Line current = first;
        while (true) {
            EndReason reason = serve(current);
            GuestWriter carrier = writer;
            if (carrier != null) {
                carrier.wake();
            }
            if (departing || isFinal(reason)) {
                finish(departing ? EndReason.LEFT : reason);
                return;
            }
            tell(new SessionEvent.StateChanged(LinkState.RECONNECTING, reason));
            tellLatest(SessionEvent.TypingChanged.class, () -> new SessionEvent.TypingChanged(List.of()));
            Line next = comeBack();
            if (next == null) {
                return;
            }
            current = next;
        }
    }

    /// Reads until the connection is over.
    ///
    /// @return why it is
    private EndReason serve(Line current) {
        try {
            do {
                EndReason farewell = takeFrames(current);
                if (farewell != EndReason.NONE) {
                    current.close(farewell);
                    return farewell;
                }
            } while (current.read());
            current.close(EndReason.PEER_CLOSED);
        } catch (BrokenFrame e) {
            current.tap().note(String.valueOf(e.getMessage()));
            current.close(EndReason.BAD_DATA);
        } catch (IOException e) {
            current.close(EndReason.CONNECTION_BROKEN);
        }
        return current.endReason();
    }

    private EndReason takeFrames(Line current) throws BrokenFrame {
        for (Frame frame = current.next(); frame != null; frame = current.next()) {
            switch (frame) {
                case Frame.Entry entry -> take(EntryCodec.entry(entry));
                case Frame.Roster part -> {
                    roster.add(part);
                    membersMoved();
                }
                case Frame.Typists typists -> typistsMoved(typists.members());
                case Frame.Ping ping -> forWriter(carrier -> carrier.pong(ping.stamp()));
                case Frame.Pong answer -> roundTrip(Duration.ofNanos(System.nanoTime() - answer.stamp()));
                case Frame.Bye bye -> {
                    return reason(bye.code());
                }
                case Frame.Unknown _ -> {
                }
                case Frame.Hello _,Frame.Welcome _,Frame.Refused _,Frame.Say _,Frame.Ack _,Frame.Typing _ ->
                    throw new BrokenFrame("a frame that a host does not send here");
            }
        }
        forWriter(carrier -> carrier.acknowledge(place.last()));
        return EndReason.NONE;
    }

    private void take(Entry entry) {
        long before = place.last();
        Place.Step step = place.take(entry.seq());
        if (step == Place.Step.REPEATED) {
            return;
        }
        if (step == Place.Step.AFTER_GAP) {
            tell(new SessionEvent.Missed(before + 1, entry.seq() - 1));
        }
        Frame.Welcome in = welcome;
        boolean mine = in != null && entry.member() == in.member();
        tell(new SessionEvent.Arrived(entry, mine, entry.seq() < joinedAt));
        if (mine && entry.body() instanceof Entry.Said said) {
            outbox.delivered(said.id());
        }
        boolean told = in != null && entry.seq() <= in.last(); // the host's list has it already
        if (!told && roster.take(entry)) {
            membersMoved();
        }
    }

    private static EndReason reason(String code) {
        return switch (code) {
            case Farewell.ENDED -> EndReason.HOST_ENDED;
            case Farewell.SLOW -> EndReason.TOO_SLOW;
            case Farewell.BAD_DATA -> EndReason.BAD_DATA;
            case Farewell.SILENT -> EndReason.SILENT;
            case Farewell.REMOVED -> EndReason.REMOVED;
            case Farewell.SUPERSEDED -> EndReason.SUPERSEDED;
            default -> EndReason.PEER_CLOSED;
        };
    }

    private static boolean isFinal(EndReason reason) {
        return switch (reason) {
            case HOST_ENDED, REMOVED, ROOM_GONE, SUPERSEDED, LEFT, BAD_DATA -> true;
            case NONE, PEER_CLOSED, CONNECTION_BROKEN, SILENT, TOO_SLOW -> false;
        };
    }

    /// Tries to connect again until that works, the room is gone or this side leaves.
    private @Nullable Line comeBack() {
        while (!departing) {
            retry.await(backoff.next().toNanos());
            try {
                if (!departing) {
                    Line made = enter(Optional.of(claim()));
                    backoff.reset();
                    return made;
                }
            } catch (SessionFailure e) {
                if (e.kind() == Kind.OTHER_VERSION || e.detail().equals(Refusal.NO_PLACE)) {
                    finish(EndReason.ROOM_GONE);
                    return null;
                }
            }
        }
        finish(EndReason.LEFT);
        return null;
    }

    private Frame.Return claim() {
        Frame.Welcome in = Objects.requireNonNull(welcome);
        return new Frame.Return(in.session(), in.member(), in.key(), place.last());
    }

    private void finish(EndReason reason) {
        ended = reason;
        outbox.close();
        heartbeatBell.ring();
        Dispatcher dispatching = dispatcher;
        if (dispatching != null) {
            dispatching.end(new SessionEvent.StateChanged(LinkState.CLOSED, reason));
        }
    }

    private void heartbeat() {
        long heard = 0;
        int silentTicks = 0;
        for (long number = 1; ended == EndReason.NONE; number++) {
            heartbeatBell.await(TICK_NANOS);
            Line current = line;
            if (current == null || !current.isOpen()) {
                silentTicks = 0;
                continue;
            }
            silentTicks = current.isReading() && current.reads() == heard ? silentTicks + 1 : 0;
            heard = current.reads();
            if (silentTicks >= SILENT_TICKS) {
                current.close(EndReason.SILENT);
            } else if (number % 2 == 0) {
                forWriter(GuestWriter::ping);
            }
        }
    }

    private void forWriter(Consumer<GuestWriter> action) {
        GuestWriter carrier = writer;
        if (carrier != null) {
            action.accept(carrier);
        }
    }

    private void progress() {
        tellLatest(SessionEvent.Progress.class, outbox::progress);
    }

    private void membersMoved() {
        tellLatest(SessionEvent.MembersChanged.class, () -> new SessionEvent.MembersChanged(members()));
    }

    private void typistsMoved(List<Integer> typists) {
        int self = self().member();
        tellLatest(SessionEvent.TypingChanged.class, () -> new SessionEvent.TypingChanged(
                roster.of(typists).stream().filter(person -> person.member() != self).toList()));
    }

    private void roundTrip(Duration time) {
        tellLatest(SessionEvent.RoundTrip.class, () -> new SessionEvent.RoundTrip(HOST, time));
    }

    private void tell(SessionEvent event) {
        Dispatcher to = dispatcher;
        if (to != null) {
            to.tell(event);
        }
    }

    private void tellLatest(Object key, Supplier<SessionEvent> event) {
        Dispatcher to = dispatcher;
        if (to != null) {
            to.tellLatest(key, event);
        }
    }

    @Override
    public boolean hosting() {
        return false;
    }

    @Override
    public String title() {
        Frame.Welcome in = welcome;
        return in == null ? "" : in.title();
    }

    @Override
    public Person self() {
        Frame.Welcome in = welcome;
        return in == null
                ? new Person(0, options.name(), false, Optional.empty())
                : new Person(in.member(), in.name(), true, Optional.empty());
    }

    @Override
    public List<Person> members() {
        return roster.all();
    }

    @Override
    public Sending say(String text) {
        return outbox.add(text);
    }

    @Override
    public boolean awaitRoom() throws InterruptedException {
        return outbox.awaitRoom();
    }

    @Override
    public void typing(boolean now) {
        forWriter(carrier -> carrier.typing(now));
    }

    @Override
    public EventLog log() {
        return log;
    }

    @Override
    public void leave() {
        if (!leaving.compareAndSet(false, true)) {
            return;
        }
        try {
            outbox.awaitDelivered(PATIENCE_MILLIS, () -> ended == EndReason.NONE);
            outbox.close();
            departing = true;
            forWriter(GuestWriter::sayGoodbye);
            retry.ring();
            awaitReader();
            finish(EndReason.LEFT);
            Dispatcher dispatching = dispatcher;
            if (dispatching != null) {
                dispatching.awaitEnd(CLOSING_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Waits until the connection has ended politely, a bounded time; then ends it.
    private void awaitReader() throws InterruptedException {
        if (dispatcher == null || !entered.await(CLOSING_MILLIS, TimeUnit.MILLISECONDS)) {
            return;
        }
        Thread reading = reader;
        if (reading != null && !reading.equals(Thread.currentThread())
                && !reading.join(Duration.ofMillis(CLOSING_MILLIS))) {
            Line current = line;
            if (current != null) {
                current.close(EndReason.LEFT);
            }
        }
    }
}
