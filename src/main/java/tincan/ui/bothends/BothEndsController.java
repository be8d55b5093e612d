package tincan.ui.bothends;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import tincan.ui.Navigator;

/// Puts the panes of the two ends at their places.
public final class BothEndsController {
    private final Node host;
    private final Node guest;
    private final Navigator navigator;

    @FXML
    private BorderPane hostEnd;
    @FXML
    private BorderPane guestEnd;

    public BothEndsController(Node host, Node guest, Navigator navigator) {
        this.host = host;
        this.guest = guest;
        this.navigator = navigator;
    }

    @FXML
    private void initialize() {
        hostEnd.setCenter(host);
        guestEnd.setCenter(guest);
    }

    @FXML
    private void leaveBoth() {
        navigator.showStart();
    }

    @FXML
    private void toggleTheme() {
        navigator.toggleTheme();
    }

    @FXML
    private void openHelp() {
        navigator.showHelp();
    }

    @FXML
    private void openSettings() {
        navigator.showSettings();
    }
}
