package tincan.ui.session;

import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import tincan.trace.Subject;
import tincan.ui.log.Spoken;
import tincan.ui.session.Row.Message;

/// Which messages of the conversation are those whose bytes the log points at.
///
/// Owner: the thread of the window.
final class TracedViewModel {
    private final ConversationViewModel conversation;
    private final ReadOnlyObjectWrapper<Set<Subject>> traced = new ReadOnlyObjectWrapper<>(Set.of());

    TracedViewModel(ConversationViewModel conversation) {
        this.conversation = conversation;
    }

    /// What the log is told of a message.
    static Spoken spoken(Message message) {
        return new Spoken(message.seq(), message.id(), message.member(), message.mine(), message.at());
    }

    /// Marks these messages and no others, each by its author and its author's number for it.
    void mark(Set<Subject> messages) {
        traced.set(Set.copyOf(messages));
    }

    /// Changes when [#marked] may have.
    ReadOnlyObjectProperty<Set<Subject>> tracedProperty() {
        return traced.getReadOnlyProperty();
    }

    boolean marked(Message message) {
        return !traced.get().isEmpty() && traced.get().contains(new Subject(0, message.id(), message.member()));
    }

    /// The index of the first message that is marked.
    Optional<Integer> first() {
        for (int i = 0; !traced.get().isEmpty() && i < conversation.rows().size(); i++) {
            if (conversation.rows().get(i) instanceof Message message && marked(message)) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }
}
