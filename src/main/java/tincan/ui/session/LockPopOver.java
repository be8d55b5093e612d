package tincan.ui.session;

import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.controlsfx.control.PopOver.ArrowLocation;
import tincan.text.Text;
import tincan.ui.FxmlFile;
import tincan.ui.control.DressedPopOver;
import tincan.ui.control.Visibility;
import tincan.ui.session.LockViewModel.Peer;

/// What the lock tells when it is pressed: each connection, how it is protected, and the words to compare.
final class LockPopOver {
    private final LockViewModel lock;
    private final Text text;
    private final DressedPopOver popOver;

    @FXML
    private ScrollPane lockPane;
    @FXML
    private Region lockBody;
    @FXML
    private Pane lockPeers;
    @FXML
    private Label lockNobody;

    LockPopOver(LockViewModel lock, Text text) {
        this.lock = lock;
        this.text = text;
        this.popOver = new DressedPopOver(FxmlFile.LOCK.load(text.bundle(), this), ArrowLocation.TOP_CENTER);
    }

    @FXML
    private void initialize() {
        lock.peers().addListener((ListChangeListener<Peer>) _ -> show());
        // as high as what is in it, up to a bound of the style sheet's
        lockPane.prefViewportHeightProperty().bind(lockBody.heightProperty());
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
        popOver.toggle(anchor);
    }

    void hide() {
        popOver.hide();
    }
}
