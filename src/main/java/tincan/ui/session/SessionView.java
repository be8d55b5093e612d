package tincan.ui.session;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Window;
import javafx.util.Subscription;
import tincan.home.TalkKey;
import tincan.session.LinkState;
import tincan.session.Session;
import tincan.text.Text;
import tincan.trace.TraceEvent.Sealed;
import tincan.trace.export.Recording;
import tincan.ui.FxmlFile;
import tincan.ui.OpenSession;
import tincan.ui.ladder.Side;
import tincan.ui.log.FileName;
import tincan.ui.log.LogPane;
import tincan.ui.log.LogSource;
import tincan.ui.session.Row.Message;
import tincan.ui.talk.TalkBarController;
import tincan.ui.talk.TalkKeys;
import tincan.ui.talk.VoiceBarController;

/// The session's screen, once a window or twice side by side. It shows a session and says things in it; it neither
/// starts nor leaves it: whoever made it does, when [#setOnLeave] tells that the user wants to go.
///
/// Owner: the JavaFX thread.
public final class SessionView {
    /// What comes within this time is shown together; it is the time of a frame.
    private static final int TURN_MILLISECONDS = 16;

    private final SessionViewModel session;
    private final Session own;
    private final LogPane log;
    private final SessionController controller;
    private final ConversationController conversation;
    private final ComposerController composer;
    private final BannersController banners;
    private final TalkBarController talkBar;
    private final Parent root;
    private final Subscription focus;
    private final TalkKeys keys;

    private Optional<Session> far = Optional.empty();

    /// @param fx runs work on the JavaFX thread
    /// @param clock gives what was not numbered yet its time
    public SessionView(OpenSession open, Text text, Executor fx, InstantSource clock, SessionOptions options,
            SessionTools tools) {
        own = open.session();
        Executor turns = CompletableFuture.delayedExecutor(TURN_MILLISECONDS, TimeUnit.MILLISECONDS, fx);
        ZoneId zone = ZoneId.systemDefault();
        session = new SessionViewModel(open, text, turns, CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS, fx),
                zone, clock, tools.sound());
        log = new LogPane(new Side(own.log(), own.self().name()), own.farEnds(), own.hosting(),
                new LogSource(() -> FileName.of(own.title(), clock.instant(), zone), this::recording, this::secret),
                tools.log(), text, turns);
        session.setOnFarChanged(log::farChanged);
        controller = new SessionController(session, text);
        banners = new BannersController(session, text);
        talkBar = new TalkBarController(session.talk(), text);
        composer = new ComposerController(session.composer(), text, options.enterSends());
        conversation = new ConversationController(session, text, zone, composer::focus, this::showBytes);
        root = FxmlFile.SESSION.load(text.bundle(), controller);
        assemble(text);
        controller.setProjector(options.projector());
        focus = watchWindow();
        keys = new TalkKeys(root, session.talk().push(), own.hosting());
        setTalkKey(options.talkKey());
        session.talk().voice().setTones(options.tones());
        session.start();
    }

    private void assemble(Text text) {
        var words = text.bundle();
        KnocksController knocks = new KnocksController(session.door(), text);
        controller.assemble(new SessionController.Panes(
                (Region) FxmlFile.MEMBERS.load(words,
                        new MembersController(session.members(), session.door(), text, controller::showLock)),
                FxmlFile.KNOCKS.load(words, knocks),
                invitation(text), invitation(text),
                FxmlFile.CONVERSATION.load(words, conversation),
                FxmlFile.BANNERS.load(words, banners),
                FxmlFile.TALK_BAR.load(words, talkBar),
                FxmlFile.VOICE_BAR.load(words, new VoiceBarController(session.talk(), text)),
                FxmlFile.COMPOSER.load(words, composer),
                log.root()));
        composer.explain(knocks.newsProperty(), talkBar.saidProperty());
        log.trail().onFollowed(session.traced()::mark);
        log.trail().onCarried(messages -> {
            session.traced().mark(messages);
            conversation.revealTraced();
        });
        controller.setOnFind(conversation::openFind);
        controller.logShownProperty().subscribe(shown -> {
            if (shown) {
                log.open();
            } else {
                log.close();
            }
        });
        controller.logShownProperty().set(true);
    }

    /// Shows which rows of the log carried a message; opens the log for it.
    private void showBytes(Message message) {
        controller.logShownProperty().set(true);
        log.trail().follow(TracedViewModel.spoken(message));
    }

    private Parent invitation(Text text) {
        return FxmlFile.INVITATION.load(text.bundle(), new InvitationController(session.invitation(), text));
    }

    private Subscription watchWindow() {
        return root.sceneProperty().flatMap(scene -> scene.windowProperty()).flatMap(Window::focusedProperty)
                .orElse(true).subscribe(session.unread().watchedProperty()::set);
    }

    public Parent root() {
        return root;
    }

    /// The other end is on this computer, too: the ladder shows what it saw as well, and files hold it.
    public void seeFar(Session other) {
        far = Optional.of(other);
        log.seeFar(new Side(other.log(), other.self().name()));
    }

    private Recording recording() {
        return new Recording(Stream.concat(Stream.of(own), far.stream())
                .sorted(Comparator.comparing(Session::hosting).reversed())
                .map(end -> Recording.End.of(end.hosting() ? "host" : "guest", Duration.ZERO, end.log())).toList());
    }

    /// The guest forgets how its connection was protected when that ends; the log does not.
    private boolean secret() {
        return own.log().since(0, Integer.MAX_VALUE).stream().anyMatch(event -> event.what() instanceof Sealed);
    }

    /// Puts the focus where one writes.
    public void focusComposer() {
        composer.focus();
    }

    /// Shows or hides the connection log.
    public void toggleLog() {
        controller.logShownProperty().set(!controller.logShownProperty().get());
    }

    /// Whether the connection log is shown.
    public BooleanProperty logShownProperty() {
        return controller.logShownProperty();
    }

    /// The user chose otherwise.
    public void setOptions(SessionOptions now) {
        composer.setEnterSends(now.enterSends());
        controller.setProjector(now.projector());
        setTalkKey(now.talkKey());
        session.talk().voice().setTones(now.tones());
    }

    private void setTalkKey(TalkKey key) {
        keys.setKey(KeyCode.valueOf(key.name()));
        talkBar.setKey(KeyCode.valueOf(key.name()).getName());
    }

    /// Opens the find bar.
    public void find() {
        conversation.openFind();
    }

    /// Runs `action` when the user wants to leave the session, or to go back to the start after its end.
    public void setOnLeave(Runnable action) {
        controller.setOnLeave(action);
        banners.setOnLeave(action);
    }

    /// Whether it may be left without a word. If not, it has asked: what was said has not gone out.
    public boolean mayLeave() {
        return session.leaving().mayLeave();
    }

    /// Shows the buttons of the whole window, for a screen that has them nowhere else.
    ///
    /// @param help lists the keys
    public void offer(Runnable help, Runnable settings) {
        controller.offer(help, settings);
    }

    /// What the host called the session.
    public ReadOnlyStringProperty titleProperty() {
        return session.titleProperty();
    }

    /// How the session's own connection stands.
    public ReadOnlyObjectProperty<LinkState> stateProperty() {
        return session.link().stateProperty();
    }

    /// How much came since the window was last in front.
    public ReadOnlyIntegerProperty unreadProperty() {
        return session.unread().countProperty();
    }

    SessionViewModel model() {
        return session;
    }

    /// Lets go of the session's events and its log. The session itself goes on.
    public void close() {
        focus.unsubscribe();
        keys.close();
        controller.close();
        session.close();
        log.close();
        composer.close();
    }
}
