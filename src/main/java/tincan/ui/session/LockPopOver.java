package tincan.ui.session;

import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import org.controlsfx.control.PopOver;
import tincan.text.Text;
import tincan.ui.FxmlFile;
import tincan.ui.control.Visibility;
import tincan.ui.session.LockViewModel.Peer;

/// What the lock tells when it is pressed: each connection, how it is protected, and the words to compare.
final class LockPopOver {
    private final LockViewModel lock;
    private final Text text;
    private final PopOver popOver = new PopOver();

    @FXML
    private Pane lockPeers;
    @FXML
    private Label lockNobody;

    LockPopOver(LockViewModel lock, Text text) {
        this.lock = lock;
        this.text = text;
        popOver.setContentNode(FxmlFile.LOCK.load(text.bundle(), this));
        popOver.setArrowLocation(PopOver.ArrowLocation.TOP_CENTER);
        popOver.setDetachable(false);
        popOver.setAnimated(false);
    }

    @FXML
    private void initialize() {
        lock.peers().addListener((ListChangeListener<Peer>) _ -> show());
        show();
    }

    private void show() {
        List<Parent> shown = lock.peers().stream()
                .map(peer -> FxmlFile.LOCK_PEER.load(text.bundle(), new LockPeerController(peer, lock, text))).toList();
        lockPeers.getChildren().setAll(shown);
        Visibility.set(lockNobody, shown.isEmpty());
    }

    /// Shows it at `anchor`, or hides it.
    void toggle(Node anchor) {
        if (popOver.isShowing()) {
            popOver.hide();
        } else {
            popOver.show(anchor);
        }
    }

    void hide() {
        popOver.hide();
    }
}
