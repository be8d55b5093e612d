package tincan.ui.start;

import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import tincan.session.GuestOptions;
import tincan.session.PeerAddress;
import tincan.session.Sessions;
import tincan.text.Text;
import tincan.trace.EventLog;
import tincan.ui.OpenSession;
import tincan.ui.opening.Opening;
import tincan.ui.opening.Problem;
import tincan.ui.opening.SessionAttempt;

/// What the *Join* card holds and decides. On the JavaFX thread.
public final class JoinViewModel {
    private final Sessions sessions;
    private final Opening<OpenSession> opening;
    private final Supplier<String> name;
    private final StringProperty address = new SimpleStringProperty("");
    private final Problem problem;
    private final ReadOnlyStringWrapper joining = new ReadOnlyStringWrapper("");

    /// @param name the user's, now
    public JoinViewModel(Sessions sessions, Opening<OpenSession> opening, Supplier<String> name, Text text) {
        this.sessions = sessions;
        this.opening = opening;
        this.name = name;
        this.problem = new Problem(opening, text);
        address.subscribe(_ -> problem.clear());
    }

    /// An address or a link, as typed.
    public StringProperty addressProperty() {
        return address;
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return opening.busyProperty();
    }

    /// Why it did not work, in a sentence; empty if nothing is wrong.
    public ReadOnlyStringProperty problemProperty() {
        return problem.sentenceProperty();
    }

    /// The address that was last tried, as it is shown; empty before.
    public ReadOnlyStringProperty joiningProperty() {
        return joining.getReadOnlyProperty();
    }

    /// Joins what was typed.
    public void join() {
        if (address.get().isBlank()) {
            problem.tell("start.address.missing");
            return;
        }
        try {
            PeerAddress peer = PeerAddress.parse(address.get());
            joining.set(peer.shown());
            opening.begin(new SessionAttempt(sessions.join(new GuestOptions(peer, name.get()), EventLog.usual())));
        } catch (IllegalArgumentException e) {
            problem.tell("start.address.wrong");
        }
    }

    /// Joins an address that was joined before.
    public void join(String recent) {
        if (!busyProperty().get()) {
            address.set(recent);
            join();
        }
    }

    public void cancel() {
        opening.cancel();
    }
}
