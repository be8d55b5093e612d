package tincan.ui.session;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.scene.Parent;
import javafx.scene.layout.Region;
import javafx.stage.Window;
import javafx.util.Subscription;
import tincan.session.LinkState;
import tincan.session.Session;
import tincan.text.Text;
import tincan.trace.EventLog;
import tincan.ui.FxmlFile;
import tincan.ui.OpenSession;
import tincan.ui.bytes.BytesViewModel;
import tincan.ui.ladder.FarViewModel;
import tincan.ui.ladder.LadderController;
import tincan.ui.ladder.LadderViewModel;
import tincan.ui.ladder.Side;
import tincan.ui.log.ChosenFiles;
import tincan.ui.log.FileDialogs;
import tincan.ui.log.LogController;
import tincan.ui.log.LogViewModel;
import tincan.ui.log.TieFinder;
import tincan.ui.log.TrailViewModel;
import tincan.ui.log.TrailWords;
import tincan.ui.session.Row.Message;

/// The session's screen, once a window or twice side by side. It shows a session and says things in it; it neither
/// starts nor leaves it: whoever made it does, when [#setOnLeave] tells that the user wants to go.
///
/// Owner: the JavaFX thread.
public final class SessionView {
    /// What comes within this time is shown together; it is the time of a frame.
    private static final int TURN_MILLISECONDS = 16;

    private final SessionViewModel session;
    private final LogViewModel log;
    private final TrailViewModel trail;
    private final LadderViewModel ladder;
    private final FarViewModel far;
    private final SessionController controller;
    private final ConversationController conversation;
    private final ComposerController composer;
    private final BannersController banners;
    private final Parent root;
    private final Subscription focus;

    /// @param fx runs work on the JavaFX thread
    public SessionView(OpenSession open, Text text, Executor fx, SessionOptions options) {
        this(open, text, fx, options, new ChosenFiles(Window::getWindows));
    }

    SessionView(OpenSession open, Text text, Executor fx, SessionOptions options, FileDialogs dialogs) {
        Executor turns = CompletableFuture.delayedExecutor(TURN_MILLISECONDS, TimeUnit.MILLISECONDS, fx);
        ZoneId zone = ZoneId.systemDefault();
        session = new SessionViewModel(open, text, turns, CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS, fx),
                zone, InstantSource.system());
        log = new LogViewModel(open.session().log(), EventLog.DEFAULT_CAPACITY, text, zone, turns);
        trail = new TrailViewModel(new TieFinder(open.session().log(), SessionView::inBackground, turns), log,
                new BytesViewModel(text), new TrailWords(text, zone, open.session().hosting()));
        ladder = new LadderViewModel(new Side(open.session().log(), open.session().self().name()), text, turns);
        far = new FarViewModel(open.session(), ladder);
        session.setOnFarChanged(far::changed);
        controller = new SessionController(session, text);
        banners = new BannersController(session.link(), session.conversation(), session.show(), text);
        composer = new ComposerController(session.composer(), text, options.enterSends());
        conversation = new ConversationController(session, text, zone, composer::focus, this::showBytes);
        root = FxmlFile.SESSION.load(text.bundle(), controller);
        assemble(text, zone, dialogs);
        focus = watchWindow();
        session.start();
    }

    private void assemble(Text text, ZoneId zone, FileDialogs dialogs) {
        var words = text.bundle();
        LogController logPane = new LogController(log, trail, text, dialogs);
        controller.assemble(new SessionController.Panes(
                (Region) FxmlFile.MEMBERS.load(words,
                        new MembersController(session.members(), session.door(), text, controller::showLock)),
                FxmlFile.KNOCKS.load(words, new KnocksController(session.door(), text)),
                invitation(text), invitation(text),
                FxmlFile.CONVERSATION.load(words, conversation),
                FxmlFile.BANNERS.load(words, banners),
                FxmlFile.COMPOSER.load(words, composer),
                (Region) FxmlFile.LOG.load(words, logPane)));
        logPane.setLadder(FxmlFile.LADDER.load(words, new LadderController(ladder, far, text, zone)));
        trail.onFollowed(session.traced()::mark);
        trail.onCarried(messages -> {
            session.traced().mark(messages);
            conversation.revealTraced();
        });
        controller.setOnFind(conversation::openFind);
        controller.logShownProperty().subscribe(shown -> {
            if (shown) {
                log.start();
            } else {
                log.close();
            }
        });
        controller.logShownProperty().and(logPane.ladderShownProperty()).subscribe(shown -> {
            if (shown) {
                ladder.start();
            } else {
                ladder.close();
            }
        });
        controller.logShownProperty().set(true);
    }

    private static void inBackground(Runnable work) {
        Thread.ofVirtual().name("log ties").start(work);
    }

    /// Shows which rows of the log carried a message; opens the log for it.
    private void showBytes(Message message) {
        controller.logShownProperty().set(true);
        trail.follow(TracedViewModel.spoken(message));
    }

    private Parent invitation(Text text) {
        return FxmlFile.INVITATION.load(text.bundle(), new InvitationController(session.invitation(), text));
    }

    private Subscription watchWindow() {
        return root.sceneProperty().flatMap(scene -> scene.windowProperty()).flatMap(Window::focusedProperty)
                .orElse(true).subscribe(session.watchedProperty()::set);
    }

    public Parent root() {
        return root;
    }

    /// The other end is on this computer, too: the ladder shows what it saw as well.
    public void seeFar(Session other) {
        far.see(new Side(other.log(), other.self().name()));
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

    /// Whether Enter sends; otherwise Ctrl+Enter does.
    public void setEnterSends(boolean now) {
        composer.setEnterSends(now);
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

    /// What the host called the session.
    public ReadOnlyStringProperty titleProperty() {
        return session.titleProperty();
    }

    /// How the session's own connection stands.
    public ReadOnlyObjectProperty<LinkState> stateProperty() {
        return session.link().stateProperty();
    }

    /// How many messages of others came since the window was last in front.
    public ReadOnlyIntegerProperty unreadProperty() {
        return session.unreadProperty();
    }

    SessionViewModel model() {
        return session;
    }

    /// Lets go of the session's events and its log. The session itself goes on.
    public void close() {
        focus.unsubscribe();
        controller.close();
        session.close();
        log.close();
        ladder.close();
        composer.close();
    }
}
