package tincan.ui.start;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import tincan.ui.Navigator;
import tincan.ui.control.Visibility;

/// Binds the start screen to its view model.
public final class StartController {
    /// The first code point that is as wide as it is high, or nearly so: those of CJK radicals.
    private static final int FIRST_WIDE = 0x2e80;

    private final StartViewModel model;
    private final Navigator navigator;
    private final List<Node> twoCards;
    private final Node places;
    private final Runnable toAddress;

    @FXML
    private ScrollPane startScreen;
    @FXML
    private Region body;
    @FXML
    private TextField nameField;
    @FXML
    private Pane cards;
    @FXML
    private Pane placesSlot;
    @FXML
    private Button bothEndsButton;
    @FXML
    private Label bothEndsProblem;
    @FXML
    private Button openRecordingButton;
    @FXML
    private Label openRecordingProblem;

    /// @param twoCards to host and to join
    /// @param places what stands below them
    /// @param toAddress puts the focus where somebody who was given an address begins
    StartController(StartViewModel model, Navigator navigator, List<Node> twoCards, Node places, Runnable toAddress) {
        this.model = model;
        this.navigator = navigator;
        this.twoCards = twoCards;
        this.places = places;
        this.toAddress = toAddress;
    }

    @FXML
    private void initialize() {
        // as high as the window at least, so that the air is above and below
        startScreen.viewportBoundsProperty().subscribe(seen -> body.setMinHeight(seen.getHeight()));
        bindName();
        cards.getChildren().setAll(twoCards);
        placesSlot.getChildren().setAll(places);
        bindBothEnds(model.bothEnds());
        openRecordingButton.disableProperty().bind(model.recording().busyProperty());
        Visibility.tell(openRecordingProblem, model.recording().problemProperty());
    }

    private void bindName() {
        model.nameProperty().subscribe(nameField::setText);
        nameField.prefColumnCountProperty().bind(
                Bindings.createIntegerBinding(() -> columns(nameField.getText()), nameField.textProperty()));
        nameField.focusedProperty().subscribe(focused -> {
            if (!focused) {
                takeName();
            }
        });
        nameField.addEventHandler(KeyEvent.KEY_PRESSED, this::nameKey);
    }

    /// Wide enough for what is typed. A column is as wide as a W, and so is a Chinese character.
    private static int columns(String typed) {
        long wide = typed.codePoints().filter(point -> point >= FIRST_WIDE).count();
        return Math.clamp(wide + (typed.length() - wide) * 3 / 4 + 1, 2, 24);
    }

    private void nameKey(KeyEvent key) {
        if (key.getCode() == KeyCode.ESCAPE) {
            nameField.setText(model.nameProperty().get());
            toAddress.run();
            key.consume();
        }
    }

    @FXML
    private void takeName() {
        model.rename(nameField.getText());
        nameField.setText(model.nameProperty().get());
    }

    private void bindBothEnds(BothEndsViewModel bothEnds) {
        bothEndsButton.disableProperty().bind(bothEnds.busyProperty());
        Visibility.tell(bothEndsProblem, bothEnds.problemProperty());
    }

    @FXML
    private void openBothEnds() {
        model.bothEnds().open();
    }

    @FXML
    private void openRecording() {
        model.recording().open();
    }

    @FXML
    private void openLab() {
        navigator.showLab();
    }

    @FXML
    private void toggleTheme() {
        navigator.toggleTheme();
    }

    @FXML
    private void openSettings() {
        navigator.showSettings();
    }

    @FXML
    private void openHelp() {
        navigator.showHelp();
    }
}
