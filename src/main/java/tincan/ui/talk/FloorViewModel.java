package tincan.ui.talk;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import tincan.room.Mode;
import tincan.room.floor.Denial;
import tincan.room.floor.Revocation;
import tincan.session.FloorView;
import tincan.session.Stand;
import tincan.session.HostControls;
import tincan.session.LinkState;
import tincan.session.Session;
import tincan.text.Text;
import tincan.ui.Countdown;
import tincan.ui.ShownText;

/// Whose turn it is, in words, and what can be done about it.
///
/// Owner: the thread of the window.
public final class FloorViewModel {
    /// So long it is said why a turn ended or was not given.
    private static final Duration NOTICE = Duration.ofSeconds(8);

    private final Session session;
    private final Text text;
    private final LongSupplier nanoTime;
    private final Countdown noticeLasts;
    private final ReadOnlyObjectWrapper<Mode> mode = new ReadOnlyObjectWrapper<>(Mode.CHAT);
    private final ReadOnlyObjectWrapper<FloorView> floor;
    private final ReadOnlyObjectWrapper<Limit> limit = new ReadOnlyObjectWrapper<>(Limit.NONE);
    private final ReadOnlyObjectWrapper<FloorAction> action = new ReadOnlyObjectWrapper<>(FloorAction.TAKE);
    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper able = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper breakable = new ReadOnlyBooleanWrapper();

    /// How long a turn may last.
    ///
    /// @param ends when it is over, by [System#nanoTime]; 0 for none
    /// @param whole how long it was when it was first seen, in nanoseconds
    public record Limit(long ends, long whole) {
        static final Limit NONE = new Limit(0, 0);
    }

    /// @param aSecondLater runs work on the thread of the window when a second has gone by
    /// @param nanoTime the clock of [FloorView#limitNanos]
    public FloorViewModel(Session session, Text text, Executor aSecondLater, LongSupplier nanoTime) {
        this.session = session;
        this.text = text;
        this.nanoTime = nanoTime;
        this.noticeLasts = new Countdown(aSecondLater);
        this.floor = new ReadOnlyObjectWrapper<>(session.floor().view());
        noticeLasts.leftProperty().subscribe((before, now) -> {
            if (before.longValue() > 0 && now.longValue() == 0) {
                notice.set("");
            }
        });
        changed();
    }

    /// How the session is spoken in.
    public ReadOnlyObjectProperty<Mode> modeProperty() {
        return mode.getReadOnlyProperty();
    }

    /// Whether the host chooses here how it is spoken in.
    public boolean choosesMode() {
        return session.controls().isPresent();
    }

    public void choose(Mode chosen) {
        session.controls().ifPresent(controls -> controls.mode(chosen));
    }

    /// Who has the floor, as the session last said.
    public ReadOnlyObjectProperty<FloorView> floorProperty() {
        return floor.getReadOnlyProperty();
    }

    /// How long the turn of whoever speaks may last.
    public ReadOnlyObjectProperty<Limit> limitProperty() {
        return limit.getReadOnlyProperty();
    }

    /// Whose turn it is, in words; empty in a chat.
    public ReadOnlyStringProperty wordsProperty() {
        return words.getReadOnlyProperty();
    }

    /// Why the last turn ended or was not given; empty after a while.
    public ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /// What [#act] does now.
    public ReadOnlyObjectProperty<FloorAction> actionProperty() {
        return action.getReadOnlyProperty();
    }

    /// Whether there is a connection through which to ask.
    public ReadOnlyBooleanProperty ableProperty() {
        return able.getReadOnlyProperty();
    }

    /// Whether this host can take the floor from who has it.
    public ReadOnlyBooleanProperty breakableProperty() {
        return breakable.getReadOnlyProperty();
    }

    /// Whether what is written now would have to wait for a turn.
    public boolean needsTurn() {
        Stand stand = floor.get().stand();
        return stand != Stand.OFF && stand != Stand.GRANTED;
    }

    /// Whether this side has asked, and was not answered for good yet.
    public boolean asked() {
        Stand stand = floor.get().stand();
        return stand == Stand.REQUESTED || stand == Stand.QUEUED;
    }

    /// Asks for the floor, or gives it back, or stops asking.
    public void act() {
        switch (action.get()) {
            case TAKE, QUEUE -> ask();
            case CANCEL, OVER -> giveBack();
        }
    }

    /// Asks for the floor, unless it was asked for already.
    public void ask() {
        if (able.get() && needsTurn() && !asked()) {
            notice.set("");
            session.floor().request();
            changed();
        }
    }

    /// Gives the floor back, or stops asking for it.
    public void giveBack() {
        if (floor.get().stand() == Stand.GRANTED || asked()) {
            session.floor().release();
            changed();
        }
    }

    /// Takes the floor from who has it.
    public void breakIn() {
        session.controls().ifPresent(HostControls::takeFloor);
        changed();
    }

    /// The session says that something changed; what counts is how it is now.
    public void changed() {
        FloorView now = session.floor().view();
        boolean begins = now.stand() == Stand.GRANTED && floor.get().stand() != Stand.GRANTED;
        limit.set(limit(now));
        floor.set(now);
        mode.set(session.floor().mode());
        action.set(FloorAction.at(now.stand()));
        breakable.set(session.hosting() && (now.stand() == Stand.TAKEN || now.stand() == Stand.QUEUED));
        words.set(words(now));
        if (begins) {
            notice.set("");
        }
    }

    /// The floor was not given.
    public void denied(String reason) {
        tell(Denial.of(reason).map(why -> text.of("floor.denied", why)).orElseGet(() -> text.of("floor.denied.other")));
    }

    /// The floor was taken from this side.
    public void revoked(String reason) {
        tell(Revocation.of(reason).map(why -> text.of("floor.revoked", why))
                .orElseGet(() -> text.of("floor.revoked.other")));
    }

    /// The turn of this side is over soon.
    public void warned(Duration left) {
        tell(text.of("floor.warning", left.plusMillis(999).toSeconds()));
    }

    public void linkChanged(LinkState state) {
        able.set(state == LinkState.CONNECTED);
    }

    private void tell(String why) {
        notice.set(why);
        noticeLasts.begin(NOTICE);
    }

    private Limit limit(FloorView now) {
        if (now.limitNanos() == 0) {
            return Limit.NONE;
        }
        boolean same = now.epoch() == floor.get().epoch() && limit.get().whole() > 0;
        return new Limit(now.limitNanos(), same ? limit.get().whole() : now.limitNanos() - nanoTime.getAsLong());
    }

    private String words(FloorView now) {
        String name = ShownText.of(now.name());
        return switch (now.stand()) {
            case OFF -> "";
            case IDLE, REQUESTED, GRANTED, TAKEN -> text.of(stand(now.stand()), name);
            case QUEUED -> text.of("floor.stand.queued", name, now.position());
        };
    }

    private static String stand(Stand stand) {
        return switch (stand) {
            case REQUESTED -> "floor.stand.requested";
            case GRANTED -> "floor.stand.granted";
            case TAKEN, QUEUED -> "floor.stand.taken";
            case IDLE, OFF -> "floor.stand.idle";
        };
    }
}
