package tincan.session;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import tincan.room.Command;
import tincan.room.Mode;
import tincan.room.Room;
import tincan.room.Seat;
import tincan.room.floor.Floor;
import tincan.room.floor.FloorMessage;

/// The floor of a room that is hosted here. It lives under the lock of the room, so that a text is taken from whoever
/// has the floor at that moment and from nobody else. Any thread.
final class HostFloor implements FloorControl, SharedRoom.Settling {
    /// Numbers of turns are 32 bits where voice goes. No room has half as many turns.
    private static final long EPOCHS = 1L << 31;

    private final SharedRoom room;
    private final Connections connections;
    private final Dispatcher events;
    private final FloorClock clock = new FloorClock(this::tick);
    private final long limit;
    /// Owner: the lock of the room, as the next three.
    private Floor floor;
    private final List<Floor.Spoke> spoken = new ArrayList<>();
    private long press;
    private String hostName = "";
    /// Owner of changes: the lock of the room, as the next three.
    private volatile Optional<FloorSignal> signal = Optional.empty();
    private volatile FloorView view = FloorView.OFF;
    private volatile Mode mode = Mode.CHAT;
    private volatile Holder holder = new Holder(0, 0);

    /// Who may speak, and in which turn, for whom the lock is too much to take.
    private record Holder(int member, long epoch) {}

    HostFloor(SharedRoom room, Connections connections, Dispatcher events, Duration limit) {
        this.room = room;
        this.connections = connections;
        this.events = events;
        this.limit = limit.toNanos();
        this.floor = new Floor(Person.HOST, this.limit, 0);
    }

    /// Takes up the floor of a room that the host is in.
    void start() {
        room.decide(inside -> floor = new Floor(Person.HOST, limit, inside.turns().lastEpoch() % EPOCHS));
        room.settle(this);
        room.decide(_ -> {
        });
        clock.start("host floor");
    }

    void close() {
        clock.close();
    }

    /// A member said something about the floor.
    void heard(Seat seat, FloorMessage.FromParticipant message) {
        room.decide(inside -> {
            if (inside.members().isSeated(seat)) {
                carry(floor.heard(seat.member(), message, System.nanoTime()));
            }
        });
    }

    @Override
    public void request() {
        room.decide(_ -> {
            if (floor.holder() != Person.HOST) {
                carry(floor.heard(Person.HOST, new FloorMessage.Request(++press), System.nanoTime()));
            }
        });
    }

    @Override
    public void release() {
        room.decide(_ -> carry(floor.heard(Person.HOST, new FloorMessage.Cancel(press), System.nanoTime())));
    }

    /// The host takes the floor before all others.
    void take() {
        room.decide(_ -> {
            if (floor.holder() != Person.HOST) {
                carry(floor.override(++press, System.nanoTime()));
            }
        });
    }

    @Override
    public Mode mode() {
        return mode;
    }

    @Override
    public FloorView view() {
        return view;
    }

    /// Whose turn it is; empty where everybody may speak. Another one whenever that changes.
    Optional<FloorSignal> signal() {
        return signal;
    }

    /// Whether what a member says with its voice in this turn may be heard.
    boolean holds(int member, long epoch) {
        Holder now = holder;
        return now.member() == member && now.epoch() == epoch;
    }

    /// Voice of a member was heard in this turn.
    void voiceHeard(int member, long epoch) {
        room.decide(_ -> carry(floor.voiceHeard(member, epoch, System.nanoTime())));
    }

    private void tick() {
        room.decide(_ -> carry(floor.tick(System.nanoTime())));
    }

    private void carry(List<Floor.Effect> effects) {
        for (Floor.Effect effect : effects) {
            switch (effect) {
                case Floor.Tell(int member, FloorMessage.FromServer message) when member == Person.HOST ->
                    tellHost(message);
                case Floor.Tell(int member, FloorMessage.FromServer message) ->
                    connections.of(member).ifPresent(connection -> connection.tellFloor(message));
                case Floor.Warned(long left) ->
                    events.offer(new SessionEvent.FloorWarning(Duration.ofNanos(left)));
                case Floor.Spoke spoke -> spoken.add(spoke);
                case Floor.Moved _ -> {
                }
            }
        }
    }

    /// What else the host is to know, it sees.
    private void tellHost(FloorMessage.FromServer message) {
        if (message instanceof FloorMessage.Denied denied) {
            events.offer(new SessionEvent.FloorDenied(denied.reason().wire()));
        } else if (message instanceof FloorMessage.Revoked revoked) {
            events.offer(new SessionEvent.FloorRevoked(revoked.reason().wire()));
        }
    }

    @Override
    public boolean settle(Room inside, Instant now) {
        List<Integer> gone = inside.members().takeUnseated();
        boolean idle = inside.turns().mode() == mode && (mode == Mode.CHAT && floor.occupant() == 0);
        if (idle && spoken.isEmpty()) {
            return false;
        }
        long nanos = System.nanoTime();
        gone.forEach(member -> carry(floor.lost(member, nanos)));
        mode = inside.turns().mode();
        carry(floor.mode(mode == Mode.WALKIE_TALKIE, nanos));
        spoken.forEach(turn -> inside.apply(new Command.EndTurn(turn.member(), turn.epoch(),
                TimeUnit.NANOSECONDS.toMillis(turn.nanos())), now));
        spoken.clear();
        holder = new Holder(floor.holder(), floor.epoch());
        inside.turns().give(floor.holder(), floor.occupant() == 0);
        clock.due(floor.untilDue(nanos));
        hostName = inside.members().nameOf(Person.HOST);
        return show(inside.members().nameOf(floor.occupant()));
    }

    /// Tells the host how it stands now.
    ///
    /// @return whether everybody is to be told something new
    private boolean show(String name) {
        FloorView before = view;
        view = viewNow(name);
        if (!view.equals(before)) {
            FloorView shown = view;
            events.tellLatest(SessionEvent.FloorChanged.class, () -> new SessionEvent.FloorChanged(shown));
        }
        Optional<FloorSignal> told = signal;
        Optional<FloorSignal> now = mode == Mode.CHAT
                ? Optional.empty()
                : Optional.of(new FloorSignal(floor.epoch(), floor.occupant(), name, floor.limitEnd()));
        if (now.equals(told)) {
            return false;
        }
        signal = now;
        return true;
    }

    private FloorView viewNow(String name) {
        if (mode == Mode.CHAT) {
            return FloorView.OFF;
        }
        int position = floor.position(Person.HOST);
        int occupant = floor.occupant();
        Stand stand = occupant == 0 ? Stand.IDLE : Stand.TAKEN;
        if (floor.holder() == Person.HOST) {
            stand = Stand.GRANTED;
        } else if (position > 0) {
            stand = Stand.QUEUED;
        }
        return new FloorView(stand, occupant, occupant == Person.HOST ? hostName : name, floor.epoch(), position,
                floor.limitEnd());
    }
}
