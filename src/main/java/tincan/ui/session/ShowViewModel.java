package tincan.ui.session;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import tincan.session.Person;
import tincan.session.Security;
import tincan.session.Session;
import tincan.ui.ShownText;

/// Whether a guest shows its end of the connection to the host: the question, and that it is shown.
///
/// Owner: the thread of the window.
final class ShowViewModel {
    private final Session session;
    private final ReadOnlyBooleanWrapper asked = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper shown = new ReadOnlyBooleanWrapper();

    ShowViewModel(Session session) {
        this.session = session;
    }

    /// Who asks.
    String host() {
        return ShownText.of(session.members().stream().filter(person -> person.member() == Person.HOST)
                .map(Person::name).findFirst().orElse(""));
    }

    /// Whether what is said here is for this session alone.
    boolean isPrivate() {
        return session.security(Person.HOST).map(known -> known.level() != Security.Level.OPEN).orElse(false);
    }

    /// Whether the host waits for an answer.
    ReadOnlyBooleanProperty askedProperty() {
        return asked.getReadOnlyProperty();
    }

    /// Whether the host sees it now.
    ReadOnlyBooleanProperty shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /// Answers, or ends what was allowed.
    void answer(boolean yes) {
        asked.set(false);
        session.showEnd(yes);
    }

    void asked() {
        asked.set(true);
    }

    void shown(boolean now) {
        shown.set(now);
    }

    void closed() {
        asked.set(false);
        shown.set(false);
    }
}
