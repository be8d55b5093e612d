package tincan.ui.start;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import tincan.session.HostOptions;
import tincan.session.PeerAddress;
import tincan.session.Session;
import tincan.session.SessionFailure;
import tincan.session.Sessions;
import tincan.text.Text;
import tincan.trace.EventLog;
import tincan.ui.OpenSession;
import tincan.ui.opening.Opening;
import tincan.ui.opening.Problem;
import tincan.ui.opening.SessionAttempt;

/// What the *Host* card holds and decides. On the JavaFX thread.
public final class HostViewModel {
    private static final int HIGHEST_PORT = 65_535;

    private final Sessions sessions;
    private final Opening<OpenSession> opening;
    private final Supplier<String> name;
    private final Text text;
    private final StringProperty title = new SimpleStringProperty("");
    private final StringProperty port = new SimpleStringProperty("");
    private final Problem problem;

    /// @param name the user's, now
    public HostViewModel(Sessions sessions, Opening<OpenSession> opening, Supplier<String> name, Text text) {
        this.sessions = sessions;
        this.opening = opening;
        this.name = name;
        this.text = text;
        this.problem = new Problem(opening, text);
        title.set(usualTitle(name.get()));
    }

    public StringProperty titleProperty() {
        return title;
    }

    /// What was typed as the port; empty for the usual one.
    public StringProperty portProperty() {
        return port;
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return opening.busyProperty();
    }

    /// Why it did not work, in a sentence; empty if nothing is wrong.
    public ReadOnlyStringProperty problemProperty() {
        return problem.sentenceProperty();
    }

    /// The user took another name: a title that still bears the old one follows.
    public void rename(String before, String after) {
        if (title.get().equals(usualTitle(before))) {
            title.set(usualTitle(after));
        }
    }

    public void host() {
        String typed = port.get().strip();
        if (typed.isEmpty()) {
            opening.begin(new SessionAttempt(session(PeerAddress.DEFAULT_PORT), this::atAnyPort));
            return;
        }
        OptionalInt wished = port(typed);
        if (wished.isPresent()) {
            opening.begin(new SessionAttempt(session(wished.getAsInt())));
        } else {
            problem.tell("start.port.wrong");
        }
    }

    public void cancel() {
        opening.cancel();
    }

    /// Nobody asked for the usual port, so another does as well.
    private Optional<Session> atAnyPort(SessionFailure failure) {
        return failure.kind() == SessionFailure.Kind.PORT_IN_USE ? Optional.of(session(0)) : Optional.empty();
    }

    private Session session(int atPort) {
        String typed = title.get().strip();
        String shown = typed.isEmpty() ? usualTitle(name.get()) : typed;
        return sessions.host(HostOptions.open(name.get(), shown, atPort, text), EventLog.usual());
    }

    private String usualTitle(String of) {
        return text.of("start.title.usual", of);
    }

    private static OptionalInt port(String typed) {
        try {
            int number = Integer.parseInt(typed);
            return number >= 0 && number <= HIGHEST_PORT ? OptionalInt.of(number) : OptionalInt.empty();
        } catch (NumberFormatException e) {
            return OptionalInt.empty();
        }
    }
}
