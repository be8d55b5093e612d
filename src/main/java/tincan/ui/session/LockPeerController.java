package tincan.ui.session;

import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import tincan.session.Security;
import tincan.session.Security.Level;
import tincan.text.Text;
import tincan.ui.control.Visibility;
import tincan.ui.session.LockViewModel.Peer;

/// How the connection with one member is protected.
final class LockPeerController {
    private final Peer peer;
    private final LockViewModel lock;
    private final Text text;

    @FXML
    private Label peerName;
    @FXML
    private Label peerLevel;
    @FXML
    private Label peerMeaning;
    @FXML
    private Pane peerWords;
    @FXML
    private Label safetyWords;
    @FXML
    private Pane sameWords;
    @FXML
    private Label peerProtocol;

    LockPeerController(Peer peer, LockViewModel lock, Text text) {
        this.peer = peer;
        this.lock = lock;
        this.text = text;
    }

    @FXML
    private void initialize() {
        Security security = peer.security();
        Level level = security.level();
        peerName.setText(peer.name());
        peerLevel.setText(text.of("lock.level", level));
        peerLevel.setGraphic(LockIcon.of(level));
        LockIcon.tone(peerLevel, level);
        peerMeaning.setText(text.of("lock.meaning", level));
        safetyWords.setText(String.join(" · ", security.words()));
        Visibility.set(peerWords, !security.words().isEmpty());
        Visibility.set(sameWords, level == Level.NOT_COMPARED);
        peerProtocol.setText(text.of("lock.protocol", security.protocol(), security.cipherSuite()));
        Visibility.set(peerProtocol, !security.protocol().isEmpty());
    }

    @FXML
    private void compared() {
        lock.compared(peer);
    }
}
