package tincan.session;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tincan.journal.RoomHead;
import tincan.nearby.Announcement;
import tincan.nearby.Announcer;
import tincan.room.Attendee;
import tincan.room.Command;
import tincan.room.Entry;
import tincan.room.Limits;
import tincan.room.Mode;
import tincan.room.Outcome.Admitted;
import tincan.room.Outcome;
import tincan.room.Seat;
import tincan.secure.Identity;
import tincan.trace.EventLog;
import tincan.trace.Tap;
import tincan.voice.audio.Sound;
import tincan.wire.Farewell;
import tincan.wire.Frame;

/// A session hosted here: it keeps the room and lets guests in. The host itself is a member without a socket.
///
/// It is long because it is where the parts meet: it opens and closes them in order and turns what they say into events.
/// What each does stands in its own class.
public final class HostSession implements Session {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(3);
    private static final long CLOSING_NANOS = TimeUnit.MILLISECONDS.toNanos(1500);
    private static final long DISPATCH_MILLIS = 2000;
    /// The journal knows of turns in which somebody was heard. Of others there have been fewer than this since: a turn
    /// takes some time.
    private static final long EPOCHS_PASSED_OVER = 1L << 20;

    private final HostOptions options;
    private final EventLog log;
    private volatile String id = Admission.id();
    private final SharedRoom room;
    private final HostSeat seat;
    private final Door door;
    private final Reception reception;
    private final HostDesk desk;
    private final Connections connections = new Connections();
    private final HostFloor floor;
    private final ShownEnds farEnds;
    private final HostVoice voice;
    private final Dispatcher events = new Dispatcher();
    private final AtomicBoolean leaving = new AtomicBoolean();
    private final Doorbell heartbeatBell = new Doorbell();
    /// Rung when a guest has acknowledged something or is gone, for a host that leaves.
    private final Doorbell leaveBell = new Doorbell();
    private final AddressWatch addresses = new AddressWatch(this::addressesNow, this::addressesMoved);

    private volatile @Nullable Listener listener;
    private volatile @Nullable Announcer announcer;
    private volatile @Nullable HostFollower follower;
    private volatile @Nullable RoomKeeper keeper;
    private volatile boolean open;
    /// Held while the session opens, so that leaving comes before or after.
    private final ReentrantLock opening = new ReentrantLock();

    public HostSession(HostOptions options, EventLog log) {
        this.options = options;
        this.log = log;
        this.room = new SharedRoom(options.rules(), InstantSource.system(), this::peopleMoved, this::typistsMoved);
        this.seat = new HostSeat(room, options.name());
        this.floor = new HostFloor(room, connections, events, options.rules().talkLimit());
        SideDoor side = new SideDoor(this::id, connections, room);
        this.voice = new HostVoice(this, options, side, this::port, log, new FloorTurns(floor), this::voiceMoved);
        events.overhear(voice::told);
        this.farEnds = new ShownEnds(side, connections, room, log, this::farMoved);
        Moderation moderation = new Moderation(this::doorMoved);
        this.reception = new Reception(options.privacy(), this::id, moderation, room::keyOf, events::tell,
                this::codeMoved);
        this.desk = new HostDesk(options.privacy(), reception, moderation, room, connections, new Turns());
        this.door = new Door(log, greeter(moderation), this::turnedAway);
    }

    private Greeter greeter(Moderation moderation) {
        PlainLines words = new PlainLines(options.text());
        Guests guests = new Admission(this::id, options, room, words, new Service());
        Dismissal dismissal = new Dismissal(this::turnedAway);
        return options.privacy() == Privacy.OPEN
                ? new OpenGreeter(words, guests, moderation, dismissal)
                : new PrivateGreeter(Identity.fresh(), reception, words, guests, dismissal);
    }

    /// The room's id: that of the room that is gone on with, if there is one.
    private String id() {
        return id;
    }

    private final class Turns implements HostDesk.Turns {
        @Override
        public void mode(Mode mode) {
            seat.mode(floor, mode);
        }

        @Override
        public void take() {
            floor.take();
        }

        @Override
        public void silence(MemberConnection connection) {
            voice.gone(connection);
        }
    }

    /// What the door hands its guests to.
    private final class Service implements Admission.Service {
        @Override
        public void serve(MemberConnection connection) {
            HostSession.this.serve(connection);
        }

        @Override
        public void roundTrip(Seat guest, Duration time) {
            events.tellLatest(guest.member(), () -> new SessionEvent.RoundTrip(guest.member(), time));
        }

        @Override
        public Optional<Frame.Refused> beside(Line line, Frame.Hello hello, Runnable passed) throws IOException {
            return switch (hello.purpose()) {
                case EVENTS -> farEnds.take(line, hello, passed);
                case VOICE -> voice.take(line, hello, passed);
                case MEMBER -> throw new IllegalArgumentException("it has no other connection");
            };
        }

        @Override
        public void voice(FramedMember guest, boolean joined) {
            voice.guest(guest, joined);
        }

        @Override
        public void declined(Seat guest) {
            farEnds.declined(guest.member());
        }

        @Override
        public HostFloor floor() {
            return floor;
        }

        @Override
        public void acknowledged() {
            HostSession.this.acknowledged();
        }
    }

    @Override
    public void start(Consumer<SessionEvent> heard) throws SessionFailure {
        opening.lock();
        try {
            if (leaving.get()) {
                throw new SessionFailure(SessionFailure.Kind.CANNOT_LISTEN, "");
            }
            open(heard);
        } finally {
            opening.unlock();
        }
    }

    private void open(Consumer<SessionEvent> heard) throws SessionFailure {
        Listener listening = Listener.open(options.bind(), options.port(), log);
        listener = listening;
        Admitted self = comeIn(listening);
        beginTurns();
        events.tell(new SessionEvent.Welcomed(self(), title()));
        addresses.start();
        events.tell(new SessionEvent.Listening(port(), addresses.found()));
        reception.codeChanged().ifPresent(events::tell);
        events.tell(new SessionEvent.StateChanged(LinkState.CONNECTED, EndReason.NONE));
        events.start("host events", heard);
        room.start();
        if (!heard.equals(NOBODY)) {
            follow(self);
        }
        open = true;
        peopleMoved();
        Thread.ofVirtual().name("host heartbeat").start(this::heartbeat);
        listening.start(door::meet);
        if (options.announced()) {
            announce(listening.port());
        }
    }

    /// A room that is gone on with goes on as it was, unless one is to speak at a time from now on.
    private void beginTurns() {
        RoomKeeper keeping = keeper;
        boolean resumed = keeping != null && keeping.resumed();
        floor.start(resumed ? EPOCHS_PASSED_OVER : 0);
        if (!resumed || options.rules().mode() == Mode.WALKIE_TALKIE) {
            seat.mode(floor, options.rules().mode());
        }
    }

    private void announce(int port) {
        Announcer announcing = new Announcer(new Announcement(id, options.title(), seat.name(),
                options.privacy() == Privacy.OPEN, Frame.VERSION, port));
        announcer = announcing;
        announcing.start();
    }

    /// The host takes its own seat, in a new room or in one that was kept.
    private Admitted comeIn(Listener listening) throws SessionFailure {
        if (options.journal().isPresent()) {
            try {
                takeUp(options.journal().get(), listening.port());
            } catch (SessionFailure e) {
                listening.close();
                throw e;
            }
        }
        RoomKeeper keeping = keeper;
        return keeping == null || !keeping.resumed() ? seat.take() : seat.takeAgain(keeping.lastSeq());
    }

    private void takeUp(Path file, int port) throws SessionFailure {
        RoomHead fresh = new RoomHead(id, options.title(), options.name(), SavedSessions.word(options.privacy()),
                options.bind().orElse(""), port, options.announced(), 0);
        RoomKeeper.open(file, options.rules(), fresh, reason -> events.offer(new SessionEvent.NotKept(reason)))
                .ifPresent(keeping -> {
                    keeper = keeping;
                    id = keeping.session();
                    room.keep(keeping);
                });
    }

    private void follow(Admitted self) {
        RoomKeeper keeping = keeper;
        HostFollower following = new HostFollower(room, self.cursor(), self.first() - 1,
                keeping == null ? 0 : keeping.lastSeq(), events::tell);
        follower = following;
        Thread.ofVirtual().name("host cursor").start(following::run);
    }

    private void serve(MemberConnection connection) {
        connections.add(connection);
        desk.recheck(connection);
        farEnds.cameIn(connection);
        if (leaving.get()) {
            connection.goodbye(Farewell.ENDED);
        }
        peopleMoved();
        try {
            connection.serve();
        } finally {
            connections.remove(connection);
            farEnds.gone(connection);
            voice.gone(connection);
            acknowledged();
            leaveBell.ring();
        }
    }

    private void turnedAway(Tap tap, String address, String reason) {
        tap.note("turned away: " + reason);
        events.offer(new SessionEvent.TurnedAway(address, reason));
    }

    private void heartbeat() {
        for (long number = 1; open; number++) {
            heartbeatBell.await(TimeUnit.MILLISECONDS.toNanos(Silence.TICK_MILLIS));
            connections.tick(number);
            door.tick();
            HostFollower following = follower;
            if (following != null) {
                following.tick();
            }
            room.apply(new Command.Expire());
        }
    }

    private void peopleMoved() {
        if (open) {
            events.tellLatest(SessionEvent.MembersChanged.class, () -> new SessionEvent.MembersChanged(members()));
            acknowledged();
        }
    }

    private List<LocalAddress> addressesNow() {
        return LocalAddresses.reaching(options.bind());
    }

    private void addressesMoved() {
        events.tellLatest(SessionEvent.Listening.class, () -> new SessionEvent.Listening(port(), addresses.found()));
    }

    /// Never waits, because it runs on the thread of whoever moved it: that may be a window's.
    private void doorMoved() {
        events.tellLatest(SessionEvent.DoorChanged.class,
                () -> new SessionEvent.DoorChanged(desk.isLocked(), desk.barred()));
    }

    /// Never waits, as above.
    private void codeMoved() {
        events.tellLatest(SessionEvent.CodeChanged.class, () -> reception.codeChanged().orElseThrow());
    }

    /// Never waits, as above.
    private void farMoved() {
        events.tellLatest(SessionEvent.FarChanged.class, SessionEvent.FarChanged::new);
    }

    /// Never waits, as above.
    private void voiceMoved() {
        events.tellLatest(SessionEvent.VoiceChanged.class, SessionEvent.VoiceChanged::new);
    }

    private void typistsMoved() {
        events.tellLatest(SessionEvent.TypingChanged.class, () -> {
            List<Integer> typists = room.typists();
            return new SessionEvent.TypingChanged(members().stream()
                    .filter(person -> person.member() != Person.HOST && typists.contains(person.member())).toList());
        });
    }

    private void acknowledged() {
        if (leaving.get()) {
            leaveBell.ring();
        }
        if (seat.hasOutstanding()) {
            events.tellLatest(SessionEvent.Progress.class, seat::progress);
        }
    }

    @Override
    public boolean hosting() {
        return true;
    }

    @Override
    public String title() {
        return options.title();
    }

    @Override
    public Person self() {
        return new Person(Person.HOST, seat.name(), true, Optional.empty());
    }

    @Override
    public List<Person> members() {
        Function<Attendee, Person> person = one -> new Person(one.member(), one.name(), one.present(),
                connections.of(one.member()).map(connection -> connection.line.address()));
        return room.members().stream().map(person).toList();
    }

    /// The TCP port it listens on; 0 before it does.
    public int port() {
        Listener listening = listener;
        return listening == null ? 0 : listening.port();
    }

    @Override
    public Sending say(String text) {
        Sending sending = seat.say(text, () -> open && !leaving.get());
        acknowledged();
        return sending;
    }

    @Override
    public Mode mode() {
        return floor.mode();
    }

    @Override
    public FloorView floor() {
        return floor.view();
    }

    @Override
    public void requestFloor() {
        floor.request();
    }

    @Override
    public void releaseFloor() {
        floor.release();
    }

    @Override
    public boolean awaitRoom() throws InterruptedException {
        room.awaitFollowers();
        return open && !leaving.get();
    }

    @Override
    public void typing(boolean now) {
        if (open) {
            seat.typing(now);
        }
    }

    @Override
    public Optional<Security> security(int member) {
        return connections.of(member).map(MemberConnection::security);
    }

    @Override
    public void compared(int member) {
        connections.of(member).ifPresent(MemberConnection::compared);
    }

    @Override
    public Optional<HostControls> controls() {
        return Optional.of(desk);
    }

    @Override
    public void lookForAddresses() {
        addresses.lookNow();
    }

    @Override
    public Optional<FarEnds> farEnds() {
        return Optional.of(farEnds);
    }

    @Override
    public Optional<Voice> voice() {
        return voice.voice();
    }

    @Override
    public void joinVoice(Sound sound) {
        if (open) {
            voice.join(sound);
        }
    }

    @Override
    public void leaveVoice() {
        voice.leave();
    }

    @Override
    public EventLog log() {
        return log;
    }

    @Override
    public void leave() {
        if (!beginToLeave()) {
            return;
        }
        Listener listening = listener;
        if (listening != null) {
            listening.close();
        }
        door.close();
        addresses.close();
        Announcer announcing = announcer;
        if (announcing != null) {
            announcing.close();
        }
        voice.close();
        waitUntil(PATIENCE_NANOS, seat::allDelivered);
        connections.end(Farewell.ENDED);
        waitUntil(CLOSING_NANOS, connections::isEmpty);
        connections.cutAll(EndReason.LEFT);
        open = false;
        floor.close();
        room.close();
        RoomKeeper keeping = keeper;
        if (keeping != null) {
            keeping.end();
        }
        heartbeatBell.ring();
        try {
            end();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Comes before or after the opening, not into it.
    private boolean beginToLeave() {
        opening.lock();
        try {
            return leaving.compareAndSet(false, true);
        } finally {
            opening.unlock();
        }
    }

    private void end() throws InterruptedException {
        HostFollower following = follower;
        if (following != null) {
            following.close(DISPATCH_MILLIS);
        }
        acknowledged();
        events.end(new SessionEvent.StateChanged(LinkState.CLOSED, EndReason.LEFT));
        events.awaitEnd(DISPATCH_MILLIS);
    }

    /// Sleeps until it is so, at most `nanos`; whoever may have made it so rings.
    private void waitUntil(long nanos, BooleanSupplier done) {
        long deadline = System.nanoTime() + nanos;
        for (long left = nanos; left > 0 && !done.getAsBoolean(); left = deadline - System.nanoTime()) {
            leaveBell.await(left);
        }
    }
}
