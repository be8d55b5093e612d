package tincan.ui.session;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import tincan.room.Entry;
import tincan.session.SessionEvent.Arrived;

/// What a person would want to know of that came while the window was not in front: messages, turns in which somebody
/// was heard, and people at the door.
///
/// Owner: the thread of the window.
public final class UnreadViewModel {
    private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper();
    private final BooleanProperty watched = new SimpleBooleanProperty(true);

    UnreadViewModel() {
        watched.subscribe(now -> {
            if (now) {
                count.set(0);
            }
        });
    }

    void arrived(Arrived arrived) {
        Entry.Body body = arrived.entry().body();
        if (!arrived.mine() && !arrived.history() && (body instanceof Entry.Said || body instanceof Entry.Spoke)) {
            came();
        }
    }

    void knocked() {
        came();
    }

    private void came() {
        count.set(watched.get() ? 0 : count.get() + 1);
    }

    /// How much came since the window was last in front.
    public ReadOnlyIntegerProperty countProperty() {
        return count.getReadOnlyProperty();
    }

    /// Whether the window is in front; the view tells it.
    public BooleanProperty watchedProperty() {
        return watched;
    }
}
