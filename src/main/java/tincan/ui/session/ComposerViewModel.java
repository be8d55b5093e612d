package tincan.ui.session;

import java.nio.charset.StandardCharsets;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import tincan.room.Limits;
import tincan.session.Person;
import tincan.session.Sending;
import tincan.session.Session;
import tincan.session.Stand;
import tincan.text.Text;
import tincan.ui.talk.FloorViewModel;

/// What is being written, and its sending.
///
/// Owner: the thread of the window.
public final class ComposerViewModel {
    /// More characters than this are not even taken into the field.
    static final int MOST_CHARACTERS = 2 * Limits.TEXT_BYTES;
    /// The counter shows from this many bytes on.
    private static final int NEAR_LIMIT = Limits.TEXT_BYTES * 9 / 10;

    private final Session session;
    private final Text text;
    private final ConversationViewModel conversation;
    private final FloorViewModel floor;
    private final StringProperty draft = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper counter = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper tooLong = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper sendable = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper closed = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper waiting = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper prompt = new ReadOnlyStringWrapper("");

    ComposerViewModel(Session session, Text text, ConversationViewModel conversation, FloorViewModel floor) {
        this.session = session;
        this.floor = floor;
        this.text = text;
        this.conversation = conversation;
        draft.subscribe((_, now) -> changed(now));
        floor.floorProperty().subscribe(_ -> floorChanged());
    }

    /// What stands in the field.
    public StringProperty draftProperty() {
        return draft;
    }

    /// Why the last text was not taken; empty if it was.
    public ReadOnlyStringProperty troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /// The size against the limit, once it is near; otherwise empty.
    public ReadOnlyStringProperty counterProperty() {
        return counter.getReadOnlyProperty();
    }

    /// Whether the draft is over the limit.
    public ReadOnlyBooleanProperty tooLongProperty() {
        return tooLong.getReadOnlyProperty();
    }

    /// Whether there is something to send.
    public ReadOnlyBooleanProperty sendableProperty() {
        return sendable.getReadOnlyProperty();
    }

    /// Whether the session is over, so that nothing can be sent any more.
    public ReadOnlyBooleanProperty closedProperty() {
        return closed.getReadOnlyProperty();
    }

    /// Whether what stands in the field goes out by itself when it is this side's turn.
    public ReadOnlyBooleanProperty waitingProperty() {
        return waiting.getReadOnlyProperty();
    }

    /// What the field says while it is empty.
    public ReadOnlyStringProperty promptProperty() {
        return prompt.getReadOnlyProperty();
    }

    /// Sends what stands in the field, and empties it if it was taken. While it is another's turn it asks for the
    /// floor, and sends when it is given.
    public void send() {
        if (draft.get().isBlank() || closed.get()) {
            return;
        }
        if (floor.needsTurn()) {
            waitForTurn();
        } else {
            say(draft.get());
        }
    }

    private void waitForTurn() {
        waiting.set(true);
        floor.ask();
        floorChanged();
        if (floor.needsTurn() && !waiting.get()) {
            trouble.set(text.of("rejected", Sending.Why.NOT_YOUR_TURN));
        }
    }

    /// Keeps the draft, and asks for the floor no longer.
    public void stopWaiting() {
        waiting.set(false);
        floor.giveBack();
    }

    private void floorChanged() {
        Stand stand = floor.floorProperty().get().stand();
        prompt.set(text.of("composer.prompt", stand));
        if (waiting.get() && !floor.asked()) {
            waiting.set(false);
            if (!floor.needsTurn()) {
                send();
            }
        }
    }

    private void say(String said) {
        switch (session.say(said)) {
            case Sending.Accepted(long id) -> accepted(id, said);
            case Sending.Rejected(Sending.Why why) -> trouble.set(text.of("rejected", why));
        }
    }

    private void accepted(long id, String said) {
        Person self = session.self();
        conversation.followingProperty().set(true);
        conversation.said(id, self.member(), self.name(), said);
        draft.set("");
    }

    /// Tells that a text was too much even for the field.
    void refusedInput() {
        trouble.set(text.of("rejected", Sending.Why.TOO_LONG));
    }

    /// The user has paused.
    void idle() {
        session.typing(false);
    }

    void closed() {
        closed.set(true);
        sendable.set(false);
    }

    private void changed(String now) {
        trouble.set("");
        sendable.set(!now.isBlank() && !closed.get());
        session.typing(!now.isBlank() && !closed.get());
        boolean far = now.length() * 3L < NEAR_LIMIT;
        int bytes = far ? 0 : now.getBytes(StandardCharsets.UTF_8).length;
        tooLong.set(bytes > Limits.TEXT_BYTES);
        counter.set(bytes < NEAR_LIMIT ? "" : text.of("composer.counter", bytes, Limits.TEXT_BYTES));
    }
}
