package tincan.ui.start;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import tincan.session.HostOptions;
import tincan.session.PeerAddress;
import tincan.session.Privacy;
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
    private final ObjectProperty<Kind> kind = new SimpleObjectProperty<>(Kind.PRIVATE);
    private final BooleanProperty words = new SimpleBooleanProperty();
    private final ReadOnlyStringWrapper meaning = new ReadOnlyStringWrapper("");
    private final Problem problem;

    /// @param name the user's, now
    public HostViewModel(Sessions sessions, Opening<OpenSession> opening, Supplier<String> name, Text text) {
        this.sessions = sessions;
        this.opening = opening;
        this.name = name;
        this.text = text;
        this.problem = new Problem(opening, text);
        title.set(usualTitle(name.get()));
        meaning.bind(Bindings.createStringBinding(() -> text.of("start.host.meaning", privacy()), kind, words));
    }

    /// What the card lets one choose between.
    public enum Kind {
        /// Encrypted, and only for whom one lets in.
        PRIVATE,
        /// Plain text on the wire, for everybody.
        OPEN_LESSON
    }

    /// Private at first, every time.
    public ObjectProperty<Kind> kindProperty() {
        return kind;
    }

    /// Whether a private session has no code: words are compared instead.
    public BooleanProperty wordsProperty() {
        return words;
    }

    /// What the choice means, in a sentence.
    public ReadOnlyStringProperty meaningProperty() {
        return meaning.getReadOnlyProperty();
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

    /// Goes on with a session of last time.
    public void resume(HostOptions options) {
        opening.begin(new SessionAttempt(sessions.host(options, EventLog.usual())));
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
        HostOptions options = HostOptions.open(name.get(), shown, atPort, text).withPrivacy(privacy()).onTheNetwork();
        return sessions.host(options, EventLog.usual());
    }

    private Privacy privacy() {
        if (kind.get() == Kind.OPEN_LESSON) {
            return Privacy.OPEN;
        }
        return words.get() ? Privacy.WORDS : Privacy.CODE;
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
