package tincan.ui.start;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import tincan.secure.Code;
import tincan.session.GuestOptions;
import tincan.session.GuestOptions.Access;
import tincan.session.PeerAddress;
import tincan.session.SessionEvent;
import tincan.session.SessionFailure;
import tincan.session.Sessions;
import tincan.text.Text;
import tincan.trace.EventLog;
import tincan.ui.Countdown;
import tincan.ui.Nearby.NearbySession;
import tincan.ui.OpenSession;
import tincan.ui.opening.Opening;
import tincan.ui.opening.Problem;
import tincan.ui.opening.SessionAttempt;

/// What the *Join* card holds and decides. On the JavaFX thread.
public final class JoinViewModel {
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    private final Sessions sessions;
    private final Opening<OpenSession> opening;
    private final Supplier<String> name;
    private final Countdown wait;
    private final Problem problem;
    private final StringProperty address = new SimpleStringProperty("");
    private final StringProperty code = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper joining = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<List<String>> completions = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<String>> words = new ReadOnlyObjectWrapper<>(List.of());
    private Consumer<Field> attention = _ -> {
    };
    /// What is known of the session at the address.
    private Access access = Access.EITHER;

    /// @param name the user's, now
    /// @param aSecondLater runs work on the JavaFX thread when a second has gone by
    public JoinViewModel(Sessions sessions, Opening<OpenSession> opening, Supplier<String> name, Text text,
            Executor aSecondLater) {
        this.sessions = sessions;
        this.opening = opening;
        this.name = name;
        this.wait = new Countdown(aSecondLater);
        this.problem = new Problem(opening, text);
        address.subscribe(_ -> addressChanged());
        code.subscribe(this::codeChanged);
        opening.failureProperty().subscribe(failure -> failure.ifPresent(this::failed));
        opening.busyProperty().subscribe(_ -> words.set(List.of()));
        wait.leftProperty().subscribe((before, now) -> tellWait(before.longValue(), now.longValue()));
    }

    /// What somebody may have to type.
    public enum Field {
        ADDRESS, CODE
    }

    /// An address or a link, as typed.
    public StringProperty addressProperty() {
        return address;
    }

    /// The code of a private session, as typed; empty for none.
    public StringProperty codeProperty() {
        return code;
    }

    /// Ways to finish the word of the code that is being typed.
    public ReadOnlyObjectProperty<List<String>> completionsProperty() {
        return completions.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return opening.busyProperty();
    }

    /// Whether joining can be tried now: the host may have asked to wait.
    public BooleanBinding joinable() {
        return Bindings.createBooleanBinding(() -> !busyProperty().get() && wait.leftProperty().get() == 0,
                busyProperty(), wait.leftProperty());
    }

    /// Why it did not work, in a sentence; empty if nothing is wrong.
    public ReadOnlyStringProperty problemProperty() {
        return problem.sentenceProperty();
    }

    /// The address that was last tried, as it is shown; empty before.
    public ReadOnlyStringProperty joiningProperty() {
        return joining.getReadOnlyProperty();
    }

    /// The words that the host compares before it lets this guest in; none while nobody has to.
    public ReadOnlyObjectProperty<List<String>> wordsProperty() {
        return words.getReadOnlyProperty();
    }

    /// Tells `newAttention` which field is to be filled in next, when that is known.
    public void onAttention(Consumer<Field> newAttention) {
        attention = newAttention;
    }

    /// Takes the code out of a link.
    ///
    /// @return what is left of `typed`; empty if it is no link with a code
    public Optional<String> takeLink(String typed) {
        Optional<PeerAddress> peer = parsed(typed);
        Optional<Code> found = peer.flatMap(link -> Code.parse(link.code()));
        found.ifPresent(taken -> code.set(taken.spoken()));
        return found.flatMap(_ -> peer).map(PeerAddress::shown);
    }

    /// Takes one of the [#completionsProperty], ready for the next word.
    public void complete(String completion) {
        code.set(Code.parse(completion).isPresent() ? completion : completion + "-");
    }

    /// Fills in what a link from outside says; joining waits for a click.
    public void openLink(String link) {
        Optional<PeerAddress> peer = parsed(link);
        if (peer.isPresent()) {
            address.set(peer.get().shown());
            code.set(peer.get().code());
        } else {
            problem.tell("start.link.wrong");
        }
    }

    /// Joins what was typed.
    public void join() {
        Optional<PeerAddress> peer = parsed(address.get());
        if (!joinable().get()) {
            return;
        }
        if (peer.isEmpty()) {
            problem.tell(address.get().isBlank() ? "start.address.missing" : "start.address.wrong");
            attention.accept(Field.ADDRESS);
            return;
        }
        spell(peer.get());
        Optional<Code> given = Code.parse(code.get());
        if (given.isEmpty() && !code.get().isBlank()) {
            tellWrongCode();
            return;
        }
        begin(options(peer.get(), given));
    }

    /// Joins an address that was joined before.
    public void join(String recent) {
        if (!busyProperty().get()) {
            code.set("");
            address.set(recent);
            join();
        }
    }

    /// Joins a session that was found, or asks for its code.
    public void join(NearbySession found) {
        if (busyProperty().get()) {
            return;
        }
        address.set(found.addresses().getFirst());
        access = found.open() ? Access.OPEN : Access.PRIVATE;
        if (found.open()) {
            code.set("");
            join();
        } else {
            attention.accept(Field.CODE);
        }
    }

    public void cancel() {
        opening.cancel();
    }

    private static Optional<PeerAddress> parsed(String typed) {
        try {
            return Optional.of(PeerAddress.parse(typed));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// A link that stands in the address field is taken apart.
    private void spell(PeerAddress peer) {
        if (!peer.code().isEmpty()) {
            code.set(peer.code());
            address.set(peer.shown());
        }
    }

    private void tellWrongCode() {
        Code.meant(code.get()).ifPresentOrElse(word -> problem.tell("start.code.meant", word),
                () -> problem.tell("start.code.wrong"));
        attention.accept(Field.CODE);
    }

    private GuestOptions options(PeerAddress peer, Optional<Code> given) {
        GuestOptions plain = new GuestOptions(new PeerAddress(peer.host(), peer.port(), ""), name.get());
        return given.map(plain::withCode).orElseGet(() -> plain.withAccess(access));
    }

    private void begin(GuestOptions options) {
        joining.set(options.address().shown());
        opening.begin(new SessionAttempt(sessions.join(options, EventLog.usual()),
                opening.<SessionEvent>meanwhile(this::heard)));
    }

    private void heard(SessionEvent event) {
        if (event instanceof SessionEvent.Waiting waiting) {
            words.set(List.copyOf(waiting.words()));
        }
    }

    private void failed(SessionFailure failure) {
        switch (failure.kind()) {
            case CODE_NEEDED, WRONG_CODE -> attention.accept(Field.CODE);
            case WAIT -> wait.begin(seconds(failure.detail()));
            default -> {
                // the sentence says it all
            }
        }
    }

    private static Duration seconds(String detail) {
        try {
            Duration asked = Duration.ofSeconds(Math.max(1, Long.parseLong(detail.strip())));
            return asked.compareTo(LONGEST_WAIT) < 0 ? asked : LONGEST_WAIT;
        } catch (NumberFormatException e) {
            return Duration.ofSeconds(1);
        }
    }

    private void tellWait(long before, long left) {
        if (left > 0) {
            problem.tell("start.code.wait", left);
        } else if (before > 0) {
            problem.clear();
            attention.accept(Field.CODE);
        }
    }

    private void addressChanged() {
        access = Access.EITHER;
        problem.clear();
        wait.stop();
    }

    private void codeChanged(String now) {
        completions.set(Code.completions(now));
        if (wait.leftProperty().get() == 0) {
            problem.clear();
        }
    }
}
