package tincan.ui.session;

import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import tincan.session.Security.Level;
import tincan.text.Text;
import tincan.trace.Direction;
import tincan.ui.ShownText;
import tincan.ui.Shortcut;
import tincan.ui.control.Visibility;
import tincan.ui.line.LineControl;
import tincan.ui.line.LineViewModel;
import tincan.ui.log.LogPart;
import tincan.ui.talk.ModeSwitch;

/// The frame of the session's screen: its bar, the line, and the panes around the conversation.
final class SessionController {
    private static final KeyCombination FIND = new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);
    private static final double LOG_PART = 0.3;
    /// For people who look at a projector, it is the main thing.
    private static final double LOG_PART_PROJECTED = 0.55;

    private final SessionViewModel session;
    private final Text text;
    private final LockPopOver lockPopOver;
    private final BooleanProperty logShown = new SimpleBooleanProperty();
    private final BooleanProperty slim = new SimpleBooleanProperty();
    private final LogPart logPart = new LogPart(LOG_PART, LOG_PART_PROJECTED);

    @FXML
    private StackPane sessionRoot;
    @FXML
    private Label sessionTitle;
    @FXML
    private ModeSwitch modeSwitch;
    @FXML
    private ToggleButton membersButton;
    @FXML
    private Button inviteButton;
    @FXML
    private ToggleButton voiceButton;
    @FXML
    private ToggleButton logButton;
    @FXML
    private Button helpButton;
    @FXML
    private Button leaveButton;
    @FXML
    private Tooltip leaveTip;
    @FXML
    private Button settingsButton;
    @FXML
    private LineControl line;
    @FXML
    private Button lockButton;
    @FXML
    private Label lineState;
    @FXML
    private Label lineRoundTrip;
    @FXML
    private SplitPane split;
    @FXML
    private BorderPane body;
    @FXML
    private VBox centre;
    @FXML
    private StackPane invitationOverlay;

    private Runnable onLeave = () -> {
    };
    private Runnable onFind = () -> {
    };

    SessionController(SessionViewModel session, Text text) {
        this.session = session;
        this.text = text;
        this.lockPopOver = new LockPopOver(session.lock(), text);
    }

    @FXML
    private void initialize() {
        sessionTitle.textProperty().bind(session.titleProperty());
        Visibility.follow(inviteButton, session.invitation().availableProperty()
                .and(session.invitation().waitingProperty().not()));
        logButton.selectedProperty().bindBidirectional(logShown);
        Visibility.follow(membersButton, slim);
        initializeEdge();
        modeSwitch.show(session.talk().floor(), text);
        session.talk().voice().joinedProperty().subscribe(this::showJoined);
        voiceButton.disableProperty().bind(session.composer().closedProperty());
        initializeLine();
        initializeLock(session.lock());
        sessionRoot.widthProperty().subscribe((_, _) -> fit());
        sessionTitle.fontProperty().subscribe((_, _) -> fit());
        sessionRoot.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    }

    /// The buttons at the edge of the bar.
    private void initializeEdge() {
        Visibility.set(helpButton, false);
        Visibility.set(settingsButton, false);
        leaveTip.setText(text.of(session.door().kept() ? "session.leave.host-tooltip" : "session.leave.tooltip",
                Shortcut.LEAVE.shown()));
        leaveButton.setAccessibleText(leaveTip.getText());
    }

    private void initializeLine() {
        LineViewModel model = session.line();
        line.hereProperty().bind(model.hereProperty().map(ShownText::of));
        line.thereProperty().bind(model.thereProperty().map(ShownText::of));
        line.tensionProperty().bind(model.tensionProperty());
        lineState.textProperty().bind(model.stateProperty().map(ShownText::of));
        lineRoundTrip.textProperty().bind(model.roundTripProperty());
        Visibility.follow(lineRoundTrip, model.roundTripProperty().isNotEmpty());
        model.sentProperty()
                .subscribe((before, now) -> line.pulse(Direction.OUT, now.longValue() - before.longValue()));
        model.receivedProperty()
                .subscribe((before, now) -> line.pulse(Direction.IN, now.longValue() - before.longValue()));
        model.tensionProperty().subscribe(now -> lineState.getStyleClass()
                .setAll("label", "line-state", now.name().toLowerCase(Locale.ROOT)));
        for (var part : List.of(model.stateProperty(), model.hereProperty(), model.thereProperty())) {
            part.subscribe(_ -> describe(model));
        }
    }

    private void describe(LineViewModel model) {
        line.describe(text.of("line.accessible.words", model.hereProperty().get(), model.thereProperty().get(),
                model.stateProperty().get(), model.roundTripProperty().get()));
    }

    private void initializeLock(LockViewModel lock) {
        lock.levelProperty().subscribe(level -> {
            Visibility.set(lockButton, level.isPresent());
            level.ifPresent(this::showLevel);
        });
    }

    private void showLevel(Level level) {
        lockButton.setText(text.of("lock.level", level));
        lockButton.setGraphic(LockIcon.of(level));
        lockButton.setAccessibleText(text.of("lock.button.accessible", lockButton.getText()));
        LockIcon.tone(lockButton, level);
    }

    /// The panes of the other controllers.
    ///
    /// @param invitation in the place of the conversation
    /// @param invitationAgain over it
    record Panes(Region members, Parent knocks, Parent invitation, Parent invitationAgain, Parent conversation,
            Parent banners, Parent talkBar, Parent voiceBar, Parent composer, Region log) {}

    /// Puts the panes at their places.
    void assemble(Panes panes) {
        for (var each : List.of(slim, membersButton.selectedProperty())) {
            each.subscribe(_ -> body.setLeft(slim.get() && !membersButton.isSelected() ? null : panes.members()));
        }
        centre.getChildren().setAll(panes.knocks(), panes.invitation(), panes.conversation(), panes.banners(),
                panes.talkBar(), panes.voiceBar(), panes.composer());
        VBox.setVgrow(panes.conversation(), Priority.ALWAYS);
        VBox.setVgrow(panes.invitation(), Priority.SOMETIMES);
        InvitationViewModel invitation = session.invitation();
        Visibility.follow(panes.invitation(), invitation.waitingProperty());
        Visibility.follow(panes.conversation(), Bindings.isNotEmpty(session.conversation().rows())
                .or(invitation.waitingProperty().not()));
        invitationOverlay.getChildren().setAll(panes.invitationAgain());
        Visibility.follow(invitationOverlay, invitation.openProperty());
        placeLog(panes.log());
    }

    private void placeLog(Region log) {
        LogPart.keepReadable(split, log, lineState.fontProperty());
        logShown.subscribe(now -> logPart.show(split, log, now));
    }

    /// Gives the log the room it has on a projector, or elsewhere.
    void setProjector(boolean now) {
        logPart.setProjector(split, now);
    }

    private void fit() {
        double ems = sessionRoot.getWidth() / sessionTitle.getFont().getSize();
        slim.set(Narrowing.fit(sessionRoot, ems));
    }

    private void onKey(KeyEvent key) {
        if (FIND.match(key)) {
            find();
            key.consume();
        } else if (Shortcut.OVER.keys().match(key)) {
            session.talk().over();
            key.consume();
        } else if (key.getCode() == KeyCode.ESCAPE && session.invitation().openProperty().get()) {
            session.invitation().openProperty().set(false);
            key.consume();
        }
    }

    /// Shows how the connections are protected.
    @FXML
    void showLock() {
        lockPopOver.toggle(lockButton);
    }

    @FXML
    private void invite() {
        session.invitation().openProperty().set(!session.invitation().openProperty().get());
    }

    @FXML
    private void closeInvitation(MouseEvent click) {
        if (click.getTarget() instanceof Node clicked && !inCard(clicked)) {
            session.invitation().openProperty().set(false);
        }
    }

    private static boolean inCard(Node clicked) {
        for (Node node = clicked; node != null; node = node.getParent()) {
            if (node.getStyleClass().contains("invitation-card")) {
                return true;
            }
        }
        return false;
    }

    private void showJoined(boolean joined) {
        voiceButton.setSelected(joined);
        voiceButton.setText(text.of(joined ? "voice.leave.button" : "voice.join.button"));
        voiceButton.setAccessibleText(voiceButton.getText());
    }

    @FXML
    private void toggleVoice() {
        session.talk().voice().toggle();
        showJoined(session.talk().voice().joinedProperty().get());
    }

    @FXML
    private void find() {
        onFind.run();
    }

    @FXML
    private void leave() {
        onLeave.run();
    }

    /// Shows the buttons of the whole window, for a screen that has them nowhere else.
    void offer(Runnable help, Runnable settings) {
        Visibility.set(helpButton, true);
        helpButton.setOnAction(_ -> help.run());
        Visibility.set(settingsButton, true);
        settingsButton.setOnAction(_ -> settings.run());
    }

    void setOnFind(Runnable action) {
        onFind = action;
    }

    void setOnLeave(Runnable action) {
        onLeave = action;
    }

    void close() {
        lockPopOver.hide();
    }

    /// Whether the connection log is shown.
    BooleanProperty logShownProperty() {
        return logShown;
    }
}
