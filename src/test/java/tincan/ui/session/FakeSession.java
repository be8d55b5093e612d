package tincan.ui.session;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import tincan.room.Entry;
import tincan.room.Limits;
import tincan.room.Mode;
import tincan.session.FloorControl;
import tincan.session.FloorView;
import tincan.session.HostControls;
import tincan.session.Person;
import tincan.session.Privacy;
import tincan.session.Security;
import tincan.session.Sending;
import tincan.session.Session;
import tincan.session.SessionEvent;
import tincan.session.SessionEvent.Arrived;
import tincan.session.SessionEvent.MembersChanged;
import tincan.session.Stand;
import tincan.session.Voice;
import tincan.trace.EventLog;
import tincan.ui.FakeControls;
import tincan.voice.audio.Sound;

/// A session without a network: a test plays the other side through it.
final class FakeSession implements Session {
    static final Instant MORNING = Instant.parse("2026-11-21T09:41:00Z");

    final List<String> said = new ArrayList<>();
    final List<Boolean> typings = new ArrayList<>();
    final EventLog log = new EventLog(EventLog.DEFAULT_CAPACITY, InstantSource.fixed(MORNING));

    final Map<Integer, Security> securities = new HashMap<>();
    final List<Integer> compared = new ArrayList<>();
    Optional<FakeControls> controls = Optional.empty();
    int triedNow;
    int looks;
    final List<Boolean> shows = new ArrayList<>();
    /// In order: `request`, `release`.
    final List<String> asked = new ArrayList<>();
    Mode mode = Mode.CHAT;
    Optional<FakeVoice> voice = Optional.empty();
    FloorView floor = FloorView.OFF;
    Optional<Sending.Why> refusal = Optional.empty();
    Person self;
    String title = "Ada's session";
    List<Person> members;
    long seq;

    private final FloorControl control = new FakeFloor();
    private final boolean hosting;
    private Consumer<SessionEvent> listener = _ -> {
    };

    private FakeSession(boolean hosting, Person self, Person... members) {
        this.hosting = hosting;
        this.self = self;
        this.members = new ArrayList<>(List.of(members));
    }

    static FakeSession host() {
        Person ada = new Person(1, "Ada", true, Optional.empty());
        return new FakeSession(true, ada, ada);
    }

    static FakeSession host(Privacy privacy) {
        FakeSession session = host();
        session.controls = Optional.of(new FakeControls(privacy));
        return session;
    }

    static FakeSession guest() {
        Person bob = new Person(2, "Bob", true, Optional.empty());
        return new FakeSession(false, bob, new Person(1, "Ada", true, Optional.empty()), bob);
    }

    void tell(SessionEvent event) {
        listener.accept(event);
    }

    /// The floor is somebody's now, or nobody's (0), and this side stands to it like this.
    void stand(Stand stand, int holder, int position) {
        String name = members.stream().filter(each -> each.member() == holder).map(Person::name).findFirst()
                .orElse("");
        long ends = holder == 0 ? 0 : System.nanoTime() + Duration.ofSeconds(30).toNanos();
        mode = stand == Stand.OFF ? Mode.CHAT : Mode.WALKIE_TALKIE;
        floor = new FloorView(stand, holder, name, holder == 0 ? 0 : floor.epoch() + 1, position, ends);
        tell(new SessionEvent.FloorChanged(floor));
    }

    void join(int member, String name) {
        members.add(new Person(member, name, true, Optional.of("192.168.1." + (40 + member))));
        tell(new MembersChanged(List.copyOf(members)));
        entry(member, name, new Entry.Joined(), MORNING.plusSeconds(seq));
    }

    void hear(int member, String name, String text, Instant at) {
        entry(member, name, new Entry.Said(seq + 1, text), at);
    }

    /// This side's own text `id` comes back with a number.
    void confirm(long id, Instant at) {
        entry(self.member(), self.name(), new Entry.Said(id, said.get((int) id - 1)), at);
    }

    void entry(int member, String name, Entry.Body body, Instant at) {
        tell(new Arrived(new Entry(++seq, at, member, name, body), member == self.member(), false));
    }

    @Override
    public void start(Consumer<SessionEvent> sink) {
        listener = sink;
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
        return self;
    }

    @Override
    public List<Person> members() {
        return List.copyOf(members);
    }

    @Override
    public Sending say(String text) {
        if (refusal.isPresent()) {
            return new Sending.Rejected(refusal.get());
        }
        if (!Limits.fits(text)) {
            return new Sending.Rejected(Sending.Why.TOO_LONG);
        }
        said.add(text);
        return new Sending.Accepted(said.size());
    }

    @Override
    public boolean awaitRoom() {
        return true;
    }

    @Override
    public void typing(boolean now) {
        typings.add(now);
    }

    @Override
    public Optional<Voice> voice() {
        return voice.map(Voice.class::cast);
    }

    @Override
    public void joinVoice(Sound sound) {
        voice = Optional.of(new FakeVoice(() -> tell(new SessionEvent.VoiceChanged())));
    }

    @Override
    public void leaveVoice() {
        voice = Optional.empty();
    }

    @Override
    public FloorControl floor() {
        return control;
    }

    /// As in a session: it is asked for at once, and answered later.
    private final class FakeFloor implements FloorControl {
        @Override
        public Mode mode() {
            return mode;
        }

        @Override
        public FloorView view() {
            return floor;
        }

        @Override
        public void request() {
            asked.add("request");
            floor = new FloorView(Stand.REQUESTED, floor.holder(), floor.name(), floor.epoch(), 0, floor.limitNanos());
        }

        @Override
        public void release() {
            asked.add("release");
            boolean mine = floor.holder() == self.member();
            floor = mine || floor.holder() == 0
                    ? new FloorView(Stand.IDLE, 0, "", floor.epoch(), 0, 0)
                    : new FloorView(Stand.TAKEN, floor.holder(), floor.name(), floor.epoch(), 0, floor.limitNanos());
        }
    }

    @Override
    public Optional<Security> security(int member) {
        return Optional.ofNullable(securities.get(member));
    }

    @Override
    public void compared(int member) {
        compared.add(member);
        securities.computeIfPresent(member, (_, security) -> security.compared());
    }

    @Override
    public void showEnd(boolean yes) {
        shows.add(yes);
    }

    @Override
    public void tryNow() {
        triedNow++;
    }

    @Override
    public void lookForAddresses() {
        looks++;
    }

    @Override
    public Optional<HostControls> controls() {
        return controls.map(HostControls.class::cast);
    }

    /// What a private connection has.
    static Security secured(Security.Level level, String... words) {
        return new Security(level, "TLSv1.3", "TLS_AES_256_GCM_SHA384", List.of(words));
    }

    @Override
    public EventLog log() {
        return log;
    }

    @Override
    public void leave() {
        // nothing to leave
    }
}
