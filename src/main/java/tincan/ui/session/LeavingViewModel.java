package tincan.ui.session;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/// Leaving while something that was said is still here: that is asked about once, and then it is left all the same.
///
/// Owner: the thread of the window.
public final class LeavingViewModel {
    private final ConversationViewModel conversation;
    private final ComposerViewModel composer;
    private final ReadOnlyIntegerWrapper pending = new ReadOnlyIntegerWrapper();
    private final ReadOnlyBooleanWrapper asking = new ReadOnlyBooleanWrapper();
    private final BooleanBinding drafted;

    LeavingViewModel(ConversationViewModel conversation, ComposerViewModel composer) {
        this.conversation = conversation;
        this.composer = composer;
        this.drafted = composer.waitingProperty().and(composer.draftProperty().isNotEmpty());
        pending.bind(Bindings.createIntegerBinding(this::count, conversation.outstandingProperty(), drafted,
                composer.closedProperty()));
        pending.subscribe(now -> {
            if (now.intValue() == 0) {
                asking.set(false);
            }
        });
    }

    /// After the end the session's own banner says what was not sent.
    private int count() {
        return composer.closedProperty().get()
                ? 0
                : conversation.outstandingProperty().get() + (drafted.get() ? 1 : 0);
    }

    /// Whether nothing would be lost, or the person here knows. The first no asks.
    boolean mayLeave() {
        if (asking.get() || pending.get() == 0) {
            return true;
        }
        asking.set(true);
        return false;
    }

    /// Whether the person here was asked, and there is still something to be lost.
    public ReadOnlyBooleanProperty askingProperty() {
        return asking.getReadOnlyProperty();
    }

    /// How many texts would be lost by leaving now: those that have no number yet, and a draft that waits for its turn.
    public ReadOnlyIntegerProperty pendingProperty() {
        return pending.getReadOnlyProperty();
    }

    /// The texts that would be lost, in the order they were written.
    public List<String> pendingTexts() {
        List<String> texts = new ArrayList<>(conversation.outstandingTexts());
        if (drafted.get()) {
            texts.add(composer.draftProperty().get());
        }
        return texts;
    }
}
