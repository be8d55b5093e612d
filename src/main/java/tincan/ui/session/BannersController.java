package tincan.ui.session;

import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import tincan.session.LinkState;
import tincan.session.VoicePath;
import tincan.text.Text;
import tincan.ui.control.Copying;
import tincan.ui.control.Visibility;
import tincan.ui.talk.VoiceViewModel;

/// What is said over the composer when the connection is lost, the session over, or something would be lost.
final class BannersController {
    private final LinkViewModel link;
    private final ConversationViewModel conversation;
    private final LeavingViewModel leaving;
    private final ShowViewModel show;
    private final VoiceViewModel voice;
    private final Text text;

    @FXML
    private Pane reconnectingBanner;
    @FXML
    private Label reconnectingWords;
    @FXML
    private Pane closedBanner;
    @FXML
    private Label closedWords;
    @FXML
    private Button copyUnsent;
    @FXML
    private Pane leavingBanner;
    @FXML
    private Label leavingWords;
    @FXML
    private Button copyPending;
    @FXML
    private Pane showBanner;
    @FXML
    private Label showQuestion;
    @FXML
    private Label showMeaning;
    @FXML
    private Button showYes;
    @FXML
    private Button showNo;
    @FXML
    private Pane shownBanner;
    @FXML
    private Label shownWords;
    @FXML
    private Pane voiceTroubleBanner;
    @FXML
    private Label voiceTroubleWords;
    @FXML
    private Pane voicePathBanner;
    @FXML
    private Pane voiceLostBanner;

    private Runnable onLeave = () -> {
    };

    BannersController(SessionViewModel session, Text text) {
        this.link = session.link();
        this.conversation = session.conversation();
        this.leaving = session.leaving();
        this.show = session.show();
        this.voice = session.talk().voice();
        this.text = text;
    }

    @FXML
    private void initialize() {
        Visibility.follow(reconnectingBanner, link.stateProperty().isEqualTo(LinkState.RECONNECTING));
        reconnectingWords.textProperty().bind(link.lostProperty());
        Visibility.follow(closedBanner, link.stateProperty().isEqualTo(LinkState.CLOSED));
        closedWords.textProperty().bind(Bindings.createStringBinding(this::ended, link.endedProperty(),
                conversation.unsentProperty()));
        Visibility.follow(copyUnsent, conversation.unsentProperty().greaterThan(0));
        initializeLeaving();
        Visibility.follow(showBanner, show.askedProperty());
        Visibility.follow(shownBanner, show.shownProperty());
        Visibility.follow(voiceTroubleBanner, voice.troubleProperty().isNotEmpty());
        voiceTroubleWords.textProperty().bind(voice.troubleProperty());
        Visibility.follow(voicePathBanner, voice.pathProperty().isEqualTo(VoicePath.CONNECTION));
        Visibility.follow(voiceLostBanner,
                voice.lostProperty().and(link.stateProperty().isEqualTo(LinkState.CONNECTED)));
        show.askedProperty().subscribe(_ -> describeShowing());
        show.shownProperty().subscribe(_ -> describeShowing());
    }

    private void initializeLeaving() {
        Visibility.follow(leavingBanner, leaving.askingProperty());
        leavingWords.textProperty()
                .bind(leaving.pendingProperty().map(count -> text.of("session.leaving.words", count)));
        Copying.offer(copyPending, text, () -> String.join("\n", leaving.pendingTexts()));
        copyPending.accessibleHelpProperty().bind(leavingWords.textProperty());
        leaving.askingProperty().subscribe(now -> {
            if (now) {
                copyPending.requestFocus();
            }
        });
    }

    /// What is likelier meant stands out: in a private session that is no.
    private void describeShowing() {
        showQuestion.setText(text.of("session.show.question", show.host()));
        showMeaning.setText(text.of(show.isPrivate() ? "session.show.private" : "session.show.open"));
        shownWords.setText(text.of("session.show.shown", show.host()));
        showYes.getStyleClass().remove("accent");
        showNo.getStyleClass().remove("accent");
        (show.isPrivate() ? showNo : showYes).getStyleClass().add("accent");
    }

    @FXML
    private void show() {
        show.answer(true);
    }

    @FXML
    private void showNothing() {
        show.answer(false);
    }

    private String ended() {
        int unsent = conversation.unsentProperty().get();
        return unsent == 0
                ? link.endedProperty().get()
                : text.of("session.closed.unsent", link.endedProperty().get(), unsent);
    }

    @FXML
    private void tryNow() {
        link.tryNow();
    }

    @FXML
    private void copyUnsent() {
        Copying.put(String.join("\n", conversation.unsentTexts()));
        copyUnsent.setText(text.of("app.copied"));
    }

    @FXML
    private void leave() {
        onLeave.run();
    }

    void setOnLeave(Runnable action) {
        onLeave = action;
    }
}
