package tincan.session;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tincan.nearby.Announcement;
import tincan.nearby.Announcer;
import tincan.room.Attendee;
import tincan.room.Mode;
import tincan.room.Outcome.Admitted;
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

    private final HostOptions options;
    private final EventLog log;
    private final Dispatcher events = new Dispatcher();
    private final Connections connections = new Connections();
    private final HostRoom room;
    private final HostFloor floor;
    private final HostVoice voice;
    private final ShownEnds farEnds;
    private final Moderation moderation = new Moderation(this::doorMoved);
    private final Reception reception;
    private final HostDesk desk;
    private final Door door;
    private final AddressWatch addresses;
    private final AtomicBoolean leaving = new AtomicBoolean();
    private final Doorbell heartbeatBell = new Doorbell();
    /// Rung when a guest has acknowledged something or is gone, for a host that leaves.
    private final Doorbell leaveBell = new Doorbell();

    private volatile @Nullable Announcer announcer;
    private volatile boolean open;
    /// Held while the session opens, so that leaving comes before or after.
    private final ReentrantLock opening = new ReentrantLock();

    public HostSession(HostOptions options, EventLog log) {
        this.options = options;
        this.log = log;
        this.room = new HostRoom(options, this::peopleMoved, this::typistsMoved);
        this.floor = new HostFloor(room.shared(), connections, events, options.rules().talkLimit());
        SideDoor side = new SideDoor(room::id, connections, room.shared());
        this.voice = new HostVoice(floor, options, side, this::port, log,
                () -> events.tellLatest(new SessionEvent.VoiceChanged()));
        this.addresses = new AddressWatch(() -> LocalAddresses.reaching(options.bind()), this::addressesMoved);
        events.overhear(voice::told);
        this.farEnds = new ShownEnds(side, connections, room.shared(), log,
                () -> events.tellLatest(new SessionEvent.FarChanged()));
        this.reception = new Reception(options.privacy(), room::id, moderation,
                member -> room.shared().ask(inside -> inside.members().keyOf(member)), events::tell, this::codeMoved);
        MemberService service = new MemberService(floor, voice, farEnds, events, this::acknowledged);
        this.desk = new HostDesk(reception, moderation, room, connections, service);
        this.door = new Door(log, greeter(service), this::turnedAway);
    }

    private Greeter greeter(MemberService service) {
        PlainLines words = new PlainLines(options.text());
        Guests guests = new Admission(options, room, words, service, this::serve);
        Dismissal dismissal = new Dismissal(this::turnedAway);
        return options.privacy() == Privacy.OPEN
                ? new OpenGreeter(words, guests, moderation, dismissal)
                : new PrivateGreeter(Identity.fresh(), reception, words, guests, dismissal);
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
        int port = door.listen(options.bind(), options.port());
        Admitted self = comeIn(port);
        beginTurns();
        events.tell(new SessionEvent.Welcomed(self(), title()));
        addresses.start();
        events.tell(new SessionEvent.Listening(port, addresses.found()));
        reception.codeChanged().ifPresent(events::tell);
        events.tell(new SessionEvent.StateChanged(LinkState.CONNECTED, EndReason.NONE));
        events.start("host events", heard);
        room.shared().start();
        if (!heard.equals(NOBODY)) {
            room.follow(self, events::tell);
        }
        open = true;
        peopleMoved();
        Thread.ofVirtual().name("host heartbeat").start(this::heartbeat);
        door.open();
        if (options.announced()) {
            announce(port);
        }
    }

    /// The host comes in first, in a new room or in one that was kept.
    private Admitted comeIn(int port) throws SessionFailure {
        try {
            return room.open(port, events::offer);
        } catch (SessionFailure e) {
            door.close();
            throw e;
        }
    }

    /// A room that is gone on with goes on as it was, unless one is to speak at a time from now on.
    private void beginTurns() {
        floor.start();
        if (!room.isResumed() || options.rules().mode() == Mode.WALKIE_TALKIE) {
            room.seat().mode(options.rules().mode());
        }
    }

    private void announce(int port) {
        Announcer announcing = new Announcer(new Announcement(room.id(), options.title(), room.seat().name(),
                options.privacy() == Privacy.OPEN, Frame.VERSION, port));
        announcer = announcing;
        announcing.start();
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
            room.tick();
        }
    }

    private void peopleMoved() {
        if (open) {
            events.tellLatest(SessionEvent.MembersChanged.class, () -> new SessionEvent.MembersChanged(members()));
            acknowledged();
        }
    }

    private void addressesMoved() {
        events.tellLatest(SessionEvent.Listening.class, () -> new SessionEvent.Listening(port(), addresses.found()));
    }

    /// Never waits, because it runs on the thread of whoever moved it: that may be a window's.
    private void doorMoved() {
        events.tellLatest(SessionEvent.DoorChanged.class,
                () -> new SessionEvent.DoorChanged(moderation.isLocked(), moderation.barred()));
    }

    /// Never waits, as above.
    private void codeMoved() {
        events.tellLatest(SessionEvent.CodeChanged.class, () -> reception.codeChanged().orElseThrow());
    }

    private void typistsMoved() {
        events.tellLatest(SessionEvent.TypingChanged.class, () -> {
            List<Integer> typists = room.shared().typists();
            return new SessionEvent.TypingChanged(members().stream()
                    .filter(person -> person.member() != Person.HOST && typists.contains(person.member())).toList());
        });
    }

    private void acknowledged() {
        if (leaving.get()) {
            leaveBell.ring();
        }
        if (room.seat().hasOutstanding()) {
            events.tellLatest(SessionEvent.Progress.class, room.seat()::progress);
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
        return new Person(Person.HOST, room.seat().name(), true, Optional.empty());
    }

    @Override
    public List<Person> members() {
        Function<Attendee, Person> person = one -> new Person(one.member(), one.name(), one.present(),
                connections.of(one.member()).map(connection -> connection.line.address()));
        return room.shared().ask(inside -> inside.members().all()).stream().map(person).toList();
    }

    /// The TCP port it listens on; 0 before it does.
    public int port() {
        return door.port();
    }

    @Override
    public Sending say(String text) {
        Sending sending = room.seat().say(text, () -> open && !leaving.get());
        acknowledged();
        return sending;
    }

    @Override
    public FloorControl floor() {
        return floor;
    }

    @Override
    public boolean awaitRoom() throws InterruptedException {
        room.shared().followers().await();
        return open && !leaving.get();
    }

    @Override
    public void typing(boolean now) {
        if (open) {
            room.seat().typing(now);
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
        door.close();
        addresses.close();
        Announcer announcing = announcer;
        if (announcing != null) {
            announcing.close();
        }
        voice.close();
        waitUntil(PATIENCE_NANOS, room.seat()::allDelivered);
        connections.end(Farewell.ENDED);
        waitUntil(CLOSING_NANOS, connections::isEmpty);
        connections.cutAll(EndReason.LEFT);
        open = false;
        heartbeatBell.ring();
        floor.close();
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
        room.close(DISPATCH_MILLIS);
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
