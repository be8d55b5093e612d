package tincan.session;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tincan.session.Entrance.Entered;
import tincan.session.Entrance.PlaceGone;
import tincan.session.SessionFailure.Kind;
import tincan.trace.EventLog;
import tincan.voice.audio.Sound;
import tincan.wire.Frame;

/// A session on another computer, joined from here. It outlives its connections: when one is lost it makes another,
/// says where it stood, and the room goes on from there.
///
/// One thread connects and reads; one writes; one looks after the connection; one brings events to the listener.
public final class GuestSession implements Session {
    private static final long TICK_NANOS = TimeUnit.MILLISECONDS.toNanos(Silence.TICK_MILLIS);
    private static final long PATIENCE_MILLIS = 3000;
    private static final long CLOSING_MILLIS = 1500;

    private final GuestOptions options;
    private final EventLog log;
    private final Dispatcher events = new Dispatcher();
    private final GuestOutbox outbox = new GuestOutbox(this::progress);
    private final Roster roster = new Roster();
    private final GuestFloor floor = new GuestFloor(outbox, events);
    private final GuestKeeper keeper;
    private final Membership membership;
    private final EndShow show;
    private final GuestVoice voice;
    private final Backoff backoff = new Backoff(RandomGenerator.getDefault());
    private final AtomicBoolean leaving = new AtomicBoolean();
    private final Doorbell retry = new Doorbell();
    /// Open once the first try to come in is over.
    private final CountDownLatch entered = new CountDownLatch(1);
    private volatile boolean started;
    private final Doorbell heartbeatBell = new Doorbell();

    private volatile @Nullable Thread reader;
    private volatile @Nullable Line line;
    private volatile @Nullable GuestWriter writer;
    /// Whether this side is on its way out: no connection is made any more.
    private volatile boolean departing;
    /// Set by the reader's thread when the session is over for good.
    private volatile EndReason ended = EndReason.NONE;

    public GuestSession(GuestOptions options, EventLog log) {
        this.options = options;
        this.log = log;
        this.keeper = new GuestKeeper(options, outbox, events::offer);
        this.membership = new Membership(options, keeper,
                new Entrance(options, log, words -> events.tell(new SessionEvent.Waiting(words))));
        this.show = new EndShow(options, log, events, () -> membership.claim(Frame.Purpose.EVENTS));
        this.voice = new GuestVoice(membership, floor, log, () -> events.tellLatest(new SessionEvent.VoiceChanged()));
        events.overhear(voice::told);
    }

    @Override
    public void start(Consumer<SessionEvent> listener) throws SessionFailure {
        started = true;
        events.tell(new SessionEvent.StateChanged(LinkState.CONNECTING, EndReason.NONE));
        events.start("guest events", listener);
        try {
            GuestReader first = enter();
            reader = Thread.ofVirtual().name("guest reader " + options.address().shown()).start(() -> run(first));
            Thread.ofVirtual().name("guest heartbeat").start(this::heartbeat);
            floor.start();
        } catch (SessionFailure e) {
            failed();
            throw e;
        } catch (PlaceGone e) {
            failed();
            throw new SessionFailure(Kind.NOT_TINCAN, options.address().shown()); // nothing was claimed
        } finally {
            entered.countDown();
        }
    }

    private void failed() {
        ended = EndReason.LEFT;
        keeper.release();
        outbox.close();
        events.close();
    }

    private GuestReader enter() throws SessionFailure, PlaceGone {
        Entered in = membership.enter();
        events.tell(new SessionEvent.Welcomed(self(), title()));
        return connected(in);
    }

    /// A connection begins, on which this guest is in.
    private GuestReader connected(Entered in) {
        roster.restart();
        if (in.welcome().first() > membership.place().last() + 1) {
            outbox.delivered(in.welcome().said()); // their entries are among those this guest will never see
        }
        events.tell(new SessionEvent.StateChanged(LinkState.CONNECTED, EndReason.NONE));
        GuestWriter carrier = beginToWrite(in);
        return new GuestReader(in.line(), carrier, in.welcome(), new GuestReader.Story(membership.place(),
                membership.joinedAt(), outbox, keeper, roster, floor, show, voice, events));
    }

    private GuestWriter beginToWrite(Entered in) {
        Line made = in.line();
        long said = in.welcome().said();
        GuestWriter carrier = new GuestWriter(made, outbox, floor, said, membership.place().last(),
                in.welcome().rate());
        outbox.resume(carrier, said);
        floor.connected(in.welcome(), carrier);
        line = made;
        writer = carrier;
        Thread.ofVirtual().name("guest writer " + made.address()).start(carrier::run);
        voice.connected(carrier, made);
        if (departing) {
            carrier.sayGoodbye();
        }
        return carrier;
    }

    private void run(GuestReader first) {
        for (GuestReader current = first; current != null; current = comeBack()) {
            EndReason reason = current.serve();
            show.connectionOver();
            voice.connectionOver();
            floor.disconnected();
            forWriter(GuestWriter::wake);
            if (departing || isFinal(reason)) {
                finish(departing ? EndReason.LEFT : reason);
                return;
            }
            events.tell(new SessionEvent.StateChanged(LinkState.RECONNECTING, reason));
            events.tellLatest(SessionEvent.TypingChanged.class, () -> new SessionEvent.TypingChanged(List.of()));
        }
    }

    private static boolean isFinal(EndReason reason) {
        return switch (reason) {
            case HOST_ENDED, REMOVED, ROOM_GONE, SUPERSEDED, FLOOD, LEFT, BAD_DATA -> true;
            case NONE, PEER_CLOSED, CONNECTION_BROKEN, SILENT, TOO_SLOW -> false;
        };
    }

    /// Tries to connect again until that works, the room is gone or this side leaves.
    private @Nullable GuestReader comeBack() {
        while (!departing) {
            Duration pause = backoff.next();
            events.tell(new SessionEvent.Retrying(pause));
            retry.await(pause.toNanos());
            try {
                if (!departing) {
                    events.tell(new SessionEvent.Retrying(Duration.ZERO));
                    GuestReader next = connected(membership.enterAgain());
                    backoff.reset();
                    return next;
                }
            } catch (PlaceGone e) {
                finish(EndReason.ROOM_GONE);
                return null;
            } catch (SessionFailure e) {
                if (e.kind() == Kind.BARRED) {
                    finish(EndReason.REMOVED);
                    return null;
                }
                // the host is not back yet: the next try may find it
            }
        }
        finish(EndReason.LEFT);
        return null;
    }

    private void finish(EndReason reason) {
        ended = reason;
        voice.close();
        floor.close();
        outbox.close();
        keeper.end();
        heartbeatBell.ring();
        events.end(new SessionEvent.StateChanged(LinkState.CLOSED, reason));
    }

    private void heartbeat() {
        Silence silence = new Silence();
        for (long number = 1; ended == EndReason.NONE; number++) {
            heartbeatBell.await(TICK_NANOS);
            Line current = line;
            if (current == null || !current.isOpen()) {
                continue;
            }
            if (silence.tick(current)) {
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
        events.tellLatest(SessionEvent.Progress.class, outbox::progress);
    }

    @Override
    public boolean hosting() {
        return false;
    }

    @Override
    public String title() {
        return membership.title();
    }

    @Override
    public Person self() {
        return membership.self();
    }

    @Override
    public List<Person> members() {
        return roster.all();
    }

    @Override
    public Sending say(String text) {
        return text.isEmpty() || floor.maySay() ? outbox.add(text) : new Sending.Rejected(Sending.Why.NOT_YOUR_TURN);
    }

    @Override
    public FloorControl floor() {
        return floor;
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
    public Optional<Security> security(int member) {
        return member == Person.HOST ? membership.security() : Optional.empty();
    }

    @Override
    public void compared(int member) {
        if (member == Person.HOST) {
            membership.compared();
        }
    }

    @Override
    public Optional<Voice> voice() {
        return voice.voice();
    }

    @Override
    public void joinVoice(Sound sound) {
        voice.join(sound);
    }

    @Override
    public void leaveVoice() {
        voice.leave();
    }

    @Override
    public void showEnd(boolean yes) {
        show.answer(yes);
    }

    @Override
    public void tryNow() {
        Line current = line;
        if (current == null || !current.isOpen()) {
            retry.ring();
        }
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
        voice.leave(); // nothing that is said from here on is for the others
        try {
            outbox.close();
            if (!membership.isIn()) {
                membership.abandon();
            }
            outbox.awaitDelivered(PATIENCE_MILLIS,
                    () -> ended == EndReason.NONE && (floor.maySendSoon() || outbox.isUnderWay()));
            departing = true;
            membership.abandon();
            forWriter(GuestWriter::sayGoodbye);
            retry.ring();
            awaitReader();
            finish(EndReason.LEFT);
            events.awaitEnd(CLOSING_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Waits until the connection has ended politely, a bounded time; then ends it.
    private void awaitReader() throws InterruptedException {
        if (!started || !entered.await(CLOSING_MILLIS, TimeUnit.MILLISECONDS)) {
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
