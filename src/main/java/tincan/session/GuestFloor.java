package tincan.session;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import tincan.room.Mode;
import tincan.room.floor.FloorCodec;
import tincan.room.floor.FloorMessage;
import tincan.room.floor.FloorParticipant;
import tincan.wire.Frame;

/// A guest's key: it asks for the floor, renews what it has, and knows when it is over. It outlives connections; what
/// it had ends with each. Any thread.
final class GuestFloor implements FloorControl {
    private final GuestOutbox outbox;
    private final Dispatcher events;
    private final FloorClock clock = new FloorClock(this::tick);
    private final ReentrantLock lock = new ReentrantLock();
    /// Owner: the lock, as the next five.
    private final FloorParticipant participant = new FloorParticipant();
    private @Nullable GuestWriter writer;
    private int self;
    private String selfName = "";
    /// The text after which the floor is to be given away; 0 if it is not.
    private long overAfter;
    private volatile Mode mode = Mode.CHAT;
    /// Owner of changes: the lock, as the next.
    private volatile FloorView view = FloorView.OFF;
    private volatile boolean over;

    GuestFloor(GuestOutbox outbox, Dispatcher events) {
        this.outbox = outbox;
        this.events = events;
    }

    void start() {
        clock.start("guest floor");
    }

    void close() {
        clock.close();
    }

    @Override
    public Mode mode() {
        return mode;
    }

    @Override
    public FloorView view() {
        return view;
    }

    /// Whether texts may go out.
    boolean maySend() {
        return mode == Mode.CHAT || view.stand() == Stand.GRANTED;
    }

    /// Whether another text may be said: after the end of a turn was asked for, none may.
    boolean maySay() {
        return mode == Mode.CHAT || (view.stand() == Stand.GRANTED && !over);
    }

    /// Whether texts may go out now or soon.
    boolean maySendSoon() {
        Stand stand = view.stand();
        return maySend() || stand == Stand.REQUESTED || stand == Stand.QUEUED;
    }

    /// A connection begins.
    void connected(Frame.Welcome welcome, GuestWriter carrier) {
        locked(() -> {
            writer = carrier;
            self = welcome.member();
            selfName = welcome.name();
            mode = Mode.of(welcome.mode()).orElse(Mode.CHAT);
            carry(participant.disconnected()); // should the last one's end not have been told
            carry(participant.mode(mode == Mode.WALKIE_TALKIE));
            carry(participant.connected());
        });
    }

    /// The connection is over.
    void disconnected() {
        locked(() -> {
            carry(participant.disconnected());
            writer = null;
        });
    }

    /// The host decided who may speak.
    void mode(Mode to) {
        locked(() -> {
            mode = to;
            carry(participant.mode(to == Mode.WALKIE_TALKIE));
        });
    }

    /// The host said something about the floor.
    void heard(Frame.Floor frame) {
        locked(() -> {
            if (frame.type().equals(FloorCodec.NOT_TAKEN) && writer != null) {
                writer.again(frame.id());
            }
            FloorCodec.fromServer(frame)
                    .ifPresent(message -> carry(participant.heard(message, System.nanoTime())));
        });
    }

    /// Whoever has it and was about to give it away keeps it.
    @Override
    public void request() {
        locked(() -> {
            overAfter = 0;
            carry(participant.press(System.nanoTime()));
        });
    }

    @Override
    public void release() {
        locked(() -> {
            // first: a writer that carries the last text from now on sees that, and one that has is seen
            overAfter = outbox.lastId();
            over = true;
            if (writer == null || participant.state() != FloorParticipant.State.HAS_PERMISSION
                    || overAfter <= writer.carried()) {
                carry(participant.release());
            }
        });
    }

    /// The connection has carried every text up to `id`.
    void carried(long id) {
        if (over) {
            locked(() -> {
                if (overAfter != 0 && id >= overAfter) {
                    carry(participant.release());
                }
            });
        }
    }

    private void tick() {
        locked(() -> carry(participant.tick(System.nanoTime())));
    }

    private void locked(Runnable work) {
        lock.lock();
        try {
            work.run();
            show();
            clock.due(participant.untilDue(System.nanoTime()));
        } finally {
            lock.unlock();
        }
    }

    private void carry(List<FloorParticipant.Effect> effects) {
        for (FloorParticipant.Effect effect : effects) {
            switch (effect) {
                case FloorParticipant.Send(FloorMessage.FromParticipant message) -> send(message);
                case FloorParticipant.Denied(var reason) ->
                    events.offer(new SessionEvent.FloorDenied(reason.wire()));
                case FloorParticipant.Revoked(var reason) ->
                    events.offer(new SessionEvent.FloorRevoked(reason.wire()));
                case FloorParticipant.Warned(long left) ->
                    events.offer(new SessionEvent.FloorWarning(Duration.ofNanos(left)));
            }
        }
    }

    private void send(FloorMessage message) {
        GuestWriter carrier = writer;
        if (carrier != null) {
            carrier.floor(FloorCodec.frame(message));
        }
    }

    private void show() {
        if (participant.state() != FloorParticipant.State.HAS_PERMISSION) {
            overAfter = 0;
        }
        over = overAfter != 0;
        FloorView before = view;
        view = viewNow();
        if (!view.equals(before)) {
            FloorView shown = view;
            events.tellLatest(SessionEvent.FloorChanged.class, () -> new SessionEvent.FloorChanged(shown));
        }
        if (writer != null) {
            writer.wake();
        }
    }

    private FloorView viewNow() {
        if (mode == Mode.CHAT) {
            return FloorView.OFF;
        }
        if (participant.state() == FloorParticipant.State.HAS_NO_PERMISSION && participant.holder() == self) {
            return new FloorView(Stand.IDLE, self, "", participant.epoch(), 0, 0); // the host has not said who is next
        }
        boolean taken = participant.holder() != 0 && participant.holder() != self;
        Stand stand = switch (participant.state()) {
            case HAS_NO_PERMISSION -> taken ? Stand.TAKEN : Stand.IDLE;
            case PENDING_REQUEST -> Stand.REQUESTED;
            case QUEUED -> Stand.QUEUED;
            case HAS_PERMISSION -> Stand.GRANTED;
        };
        return stand == Stand.GRANTED
                ? new FloorView(stand, self, selfName, participant.epoch(), 0, participant.limitEnd())
                : new FloorView(stand, taken ? participant.holder() : 0, taken ? participant.holderName() : "",
                        participant.epoch(), participant.position(), taken ? participant.limitEnd() : 0);
    }
}
