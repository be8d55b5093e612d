package tincan.ui.session;

import java.time.Duration;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import tincan.session.EndReason;
import tincan.session.LinkState;
import tincan.session.Session;
import tincan.session.SessionEvent.StateChanged;
import tincan.text.Text;
import tincan.ui.Countdown;

/// How this side's own connection stands, and when it is tried again.
///
/// Owner: the thread of the window.
public final class LinkViewModel {
    private final Session session;
    private final Text text;
    private final Countdown next;
    private final ReadOnlyObjectWrapper<LinkState> state = new ReadOnlyObjectWrapper<>(LinkState.CONNECTING);
    private final ReadOnlyStringWrapper lost = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper ended = new ReadOnlyStringWrapper("");
    private EndReason reason = EndReason.NONE;

    /// @param aSecondLater runs work on the thread of the window when a second has gone by
    LinkViewModel(Session session, Text text, Executor aSecondLater) {
        this.session = session;
        this.text = text;
        this.next = new Countdown(aSecondLater);
        next.leftProperty().subscribe((_, _) -> show());
    }

    public ReadOnlyObjectProperty<LinkState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Why the connection was lost, and when it is tried again; empty unless it is being made again.
    public ReadOnlyStringProperty lostProperty() {
        return lost.getReadOnlyProperty();
    }

    /// Why the session is over; empty while it is not.
    public ReadOnlyStringProperty endedProperty() {
        return ended.getReadOnlyProperty();
    }

    /// Tries again at once.
    public void tryNow() {
        session.tryNow();
    }

    void changed(StateChanged changed) {
        reason = changed.reason();
        state.set(changed.state());
        next.stop();
        show();
    }

    void retrying(Duration in) {
        next.begin(in);
        show();
    }

    private void show() {
        boolean over = state.get() == LinkState.CLOSED;
        ended.set(over ? text.of("end", reason == EndReason.NONE ? EndReason.LEFT : reason) : "");
        lost.set(state.get() == LinkState.RECONNECTING ? lostWords() : "");
    }

    private String lostWords() {
        long left = next.leftProperty().get();
        return text.of(left > 0 ? "session.reconnecting.later" : "session.reconnecting.now", text.of("end", reason),
                left);
    }
}
