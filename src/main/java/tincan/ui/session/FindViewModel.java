package tincan.ui.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import tincan.ui.session.Row.Message;

/// Finds a text in the conversation, and what comes later as it comes: each row is looked at once.
///
/// Owner: the thread of the window.
public final class FindViewModel {
    private final ConversationViewModel conversation;
    private final StringProperty query = new SimpleStringProperty("");
    private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper place = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<Optional<Message>> current = new ReadOnlyObjectWrapper<>(Optional.empty());

    /// Places of the rows found, counted from the first row there ever was.
    private final List<Long> found = new ArrayList<>();
    private Pattern pattern = Pattern.compile("");
    private long lookedThrough;
    private int chosen = -1;

    FindViewModel(ConversationViewModel conversation) {
        this.conversation = conversation;
        query.subscribe(this::restart);
        conversation.rows().subscribe(this::lookOn);
    }

    /// What is looked for; nothing if it is blank.
    public StringProperty queryProperty() {
        return query;
    }

    /// How many rows have it.
    public ReadOnlyIntegerProperty countProperty() {
        return count.getReadOnlyProperty();
    }

    /// Which of them is shown, from 1; 0 if none is.
    public ReadOnlyIntegerProperty placeProperty() {
        return place.getReadOnlyProperty();
    }

    /// The row that is shown.
    public ReadOnlyObjectProperty<Optional<Message>> currentProperty() {
        return current.getReadOnlyProperty();
    }

    /// The index of the row that is shown, in the conversation's rows; -1 if none is.
    public int index() {
        return chosen < 0 ? -1 : (int) (found.get(chosen) - conversation.dropped());
    }

    /// Goes to the next one, after the last to the first.
    public void next() {
        choose(found.isEmpty() ? -1 : (chosen + 1) % found.size());
    }

    /// Goes to the one before, before the first to the last.
    public void previous() {
        choose(found.isEmpty() ? -1 : (chosen <= 0 ? found.size() : chosen) - 1);
    }

    private void restart() {
        pattern = Pattern.compile(query.get(), Pattern.LITERAL | Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        found.clear();
        lookedThrough = conversation.dropped();
        chosen = -1;
        lookOn();
        choose(found.size() - 1);
    }

    private void lookOn() {
        if (query.get().isBlank()) {
            count.set(0);
            return;
        }
        forgetDropped();
        long end = conversation.dropped() + conversation.settled();
        for (long at = Math.max(lookedThrough, conversation.dropped()); at < end; at++) {
            if (row(at) instanceof Message message && pattern.matcher(message.text()).find()) {
                found.add(at);
            }
        }
        lookedThrough = end;
        count.set(found.size());
    }

    private void forgetDropped() {
        int gone = 0;
        while (gone < found.size() && found.get(gone) < conversation.dropped()) {
            gone++;
        }
        if (gone > 0) {
            found.subList(0, gone).clear();
            choose(chosen < gone ? -1 : chosen - gone);
        }
    }

    private Row row(long at) {
        return conversation.rows().get((int) (at - conversation.dropped()));
    }

    private void choose(int which) {
        chosen = which;
        place.set(which + 1);
        current.set(which >= 0 && row(found.get(which)) instanceof Message message
                ? Optional.of(message)
                : Optional.empty());
    }
}
