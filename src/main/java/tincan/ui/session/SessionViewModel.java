package tincan.ui.session;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import tincan.room.Entry.Said;
import tincan.session.LinkState;
import tincan.session.Session;
import tincan.session.SessionEvent;
import tincan.session.SessionEvent.Arrived;
import tincan.session.SessionEvent.CodeChanged;
import tincan.session.SessionEvent.DoorChanged;
import tincan.session.SessionEvent.KnockOver;
import tincan.session.SessionEvent.Knocked;
import tincan.session.SessionEvent.Listening;
import tincan.session.SessionEvent.MembersChanged;
import tincan.session.SessionEvent.Missed;
import tincan.session.SessionEvent.Progress;
import tincan.session.SessionEvent.Retrying;
import tincan.session.SessionEvent.RoundTrip;
import tincan.session.SessionEvent.StateChanged;
import tincan.session.SessionEvent.TurnedAway;
import tincan.session.SessionEvent.TypingChanged;
import tincan.session.SessionEvent.Waiting;
import tincan.session.SessionEvent.Welcomed;
import tincan.text.Text;
import tincan.ui.Batch;
import tincan.ui.OpenSession;
import tincan.ui.SessionFeed;
import tincan.ui.ShownText;
import tincan.ui.line.LineViewModel;
import tincan.ui.talk.FloorViewModel;
import tincan.ui.talk.TalkViewModel;
import tincan.ui.talk.VoiceViewModel;
import tincan.voice.audio.Sound;

/// One session as its screen shows it: takes the session's events in bounded turns and tells them to the panes.
///
/// Owner: the thread of the window, which `turns` brings work onto.
public final class SessionViewModel {
    /// So many events are shown in one turn.
    static final int TURN = 4_000;

    private final Session session;
    private final SessionFeed feed;
    private final Batch batch;
    private final LineViewModel line;
    private final ConversationViewModel conversation;
    private final FindViewModel find;
    private final TracedViewModel traced;
    private final ComposerViewModel composer;
    private final LeavingViewModel leaving;
    private final MembersViewModel members;
    private final DoorViewModel door;
    private final InvitationViewModel invitation;
    private final LockViewModel lock;
    private final LinkViewModel link;
    private final ShowViewModel show;
    private final TalkViewModel talk;
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
    private final UnreadViewModel unread = new UnreadViewModel();
    private Runnable onFarChanged = () -> {
    };

    /// @param turns runs work on the thread of the window, in a moment
    /// @param aSecondLater runs work on the thread of the window when a second has gone by
    /// @param sound the devices that are chosen when voice is joined
    SessionViewModel(OpenSession open, Text text, Executor turns, Executor aSecondLater, ZoneId zone,
            InstantSource clock, Supplier<Sound> sound) {
        this.session = open.session();
        this.feed = open.feed();
        this.line = new LineViewModel(text, session.hosting());
        this.conversation = new ConversationViewModel(text, zone, clock);
        this.find = new FindViewModel(conversation);
        this.traced = new TracedViewModel(conversation);
        this.talk = new TalkViewModel(new FloorViewModel(session, text, aSecondLater, System::nanoTime),
                new VoiceViewModel(session, text, sound, aSecondLater));
        this.composer = new ComposerViewModel(session, text, conversation, talk.floor());
        this.leaving = new LeavingViewModel(conversation, composer);
        this.members = new MembersViewModel(text);
        this.door = new DoorViewModel(session);
        this.invitation = new InvitationViewModel(text, door);
        this.lock = new LockViewModel(session);
        this.link = new LinkViewModel(session, text, aSecondLater);
        this.show = new ShowViewModel(session);
        this.batch = new Batch(turns, this::takeTurn);
        invitation.openProperty().subscribe(now -> {
            if (now) {
                session.lookForAddresses();
            }
        });
    }

    /// Begins to show what the session tells.
    void start() {
        title.set(ShownText.of(session.title()));
        door.start();
        showMembers(session.members());
        feed.onEvent(batch::trigger);
    }

    /// Shows nothing any more.
    void close() {
        feed.close();
    }

    private void takeTurn() {
        List<SessionEvent> events = feed.take(TURN);
        events.forEach(this::apply);
        conversation.flush();
        if (events.size() == TURN) {
            batch.trigger();
        }
    }

    private void apply(SessionEvent event) {
        switch (event) {
            case Listening listening -> invitation.listening(listening);
            case StateChanged changed -> stateChanged(changed);
            case Welcomed welcomed -> welcomed(welcomed);
            case Arrived arrived -> arrived(arrived);
            case Missed missed -> conversation.missed(missed);
            case Progress progress -> progress(progress);
            case MembersChanged changed -> showMembers(changed.members());
            case TypingChanged typing -> members.typingChanged(typing.typists());
            case RoundTrip trip -> line.roundTrip(trip.member(), trip.time());
            case TurnedAway turnedAway -> conversation.turnedAway(turnedAway);
            case SessionEvent.NotKept notKept -> conversation.notKept(notKept);
            case SessionEvent.Undelivered undelivered -> conversation.undelivered(undelivered);
            case CodeChanged changed -> codeChanged(changed);
            case DoorChanged changed -> door.changed(changed);
            case Knocked knocked -> knocked(knocked);
            case KnockOver over -> door.knockOver(over.number());
            case Retrying retrying -> link.retrying(retrying.in());
            case SessionEvent.EndAsked _ -> show.asked();
            case SessionEvent.EndShown(boolean now) -> show.shown(now);
            case SessionEvent.FloorChanged _ -> floorChanged();
            case SessionEvent.FloorDenied(String reason) -> talk.denied(reason);
            case SessionEvent.FloorRevoked(String reason) -> talk.revoked(reason);
            case SessionEvent.FloorWarning(Duration left) -> talk.floor().warned(left);
            case SessionEvent.VoiceChanged _ -> voiceChanged();
            case SessionEvent.FarChanged _ -> onFarChanged.run();
            case Waiting _ -> {
                // over by now: this guest is in
            }
        }
    }

    private void knocked(Knocked knocked) {
        door.knocked(knocked);
        unread.knocked();
    }

    private void stateChanged(StateChanged changed) {
        link.changed(changed);
        talk.linkChanged(changed.state());
        floorChanged();
        line.linkChanged(changed.state(), changed.reason());
        members.linkChanged(changed.state());
        lock.refresh(session.members());
        if (changed.state() == LinkState.CLOSED) {
            composer.closed();
            talk.voice().closed();
            show.closed();
            conversation.closed();
            invitation.closed();
            door.closed();
        }
    }

    private void floorChanged() {
        talk.floorChanged();
        members.speakerChanged(talk.floor().floorProperty().get().holder());
    }

    private void voiceChanged() {
        talk.voice().changed();
        members.talkersChanged(talk.voice().talkersProperty().get());
    }

    private void codeChanged(CodeChanged changed) {
        door.codeChanged(changed.code());
        invitation.codeChanged(changed);
        if (changed.forced()) {
            conversation.codeForced();
        }
    }

    private void welcomed(Welcomed welcomed) {
        title.set(ShownText.of(welcomed.title()));
        showMembers(session.members());
        floorChanged();
    }

    private void arrived(Arrived arrived) {
        conversation.arrived(arrived);
        if (!arrived.mine() && !arrived.history() && arrived.entry().body() instanceof Said) {
            line.received();
        }
        unread.arrived(arrived);
    }

    private void progress(Progress progress) {
        conversation.progress(progress);
        line.sentThrough(progress.sentThrough());
    }

    private void showMembers(List<tincan.session.Person> now) {
        members.changed(now, session.self().member());
        line.membersChanged(session.self(), now);
        invitation.membersChanged(now);
        lock.refresh(now);
    }

    public LineViewModel line() {
        return line;
    }

    public ConversationViewModel conversation() {
        return conversation;
    }

    public FindViewModel find() {
        return find;
    }

    TracedViewModel traced() {
        return traced;
    }

    public ComposerViewModel composer() {
        return composer;
    }

    public LeavingViewModel leaving() {
        return leaving;
    }

    public MembersViewModel members() {
        return members;
    }

    public InvitationViewModel invitation() {
        return invitation;
    }

    public DoorViewModel door() {
        return door;
    }

    public LockViewModel lock() {
        return lock;
    }

    public LinkViewModel link() {
        return link;
    }

    TalkViewModel talk() {
        return talk;
    }

    ShowViewModel show() {
        return show;
    }

    /// Runs `action` when what is seen of the other ends changes.
    void setOnFarChanged(Runnable action) {
        onFarChanged = action;
    }

    /// What the host called the session.
    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    public UnreadViewModel unread() {
        return unread;
    }
}
