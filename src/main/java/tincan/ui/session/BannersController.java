package tincan.ui.session;

import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import tincan.session.LinkState;
import tincan.text.Text;
import tincan.ui.control.Copying;
import tincan.ui.control.Visibility;

/// What is said over the composer when the connection is lost, or the session over.
final class BannersController {
    private final LinkViewModel link;
    private final ConversationViewModel conversation;
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

    private Runnable onLeave = () -> {
    };

    BannersController(LinkViewModel link, ConversationViewModel conversation, Text text) {
        this.link = link;
        this.conversation = conversation;
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
