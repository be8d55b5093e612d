package tincan.ui.start;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import tincan.text.Text;
import tincan.ui.Navigator;

/// Binds the start screen to its view model.
public final class StartController {
    /// The first code point that is as wide as it is high, or nearly so: those of CJK radicals.
    private static final int FIRST_WIDE = 0x2e80;

    private final StartViewModel model;
    private final Navigator navigator;
    private final Text text;

    @FXML
    private ScrollPane startScreen;
    @FXML
    private Region body;
    @FXML
    private TextField nameField;
    @FXML
    private Pane hostFields;
    @FXML
    private TextField titleField;
    @FXML
    private ToggleButton advancedButton;
    @FXML
    private Pane portRow;
    @FXML
    private TextField portField;
    @FXML
    private Label hostProblem;
    @FXML
    private Button hostButton;
    @FXML
    private Pane hostProgress;
    @FXML
    private TextField addressField;
    @FXML
    private Label joinProblem;
    @FXML
    private Button joinButton;
    @FXML
    private Pane joinProgress;
    @FXML
    private Label joinProgressLabel;
    @FXML
    private Pane recentRow;
    @FXML
    private FlowPane recentChips;
    @FXML
    private Button bothEndsButton;
    @FXML
    private Label bothEndsProblem;

    public StartController(StartViewModel model, Navigator navigator, Text text) {
        this.model = model;
        this.navigator = navigator;
        this.text = text;
    }

    @FXML
    private void initialize() {
        // as high as the window at least, so that the air is above and below
        startScreen.viewportBoundsProperty().subscribe(seen -> body.setMinHeight(seen.getHeight()));
        bindName();
        bindHost(model.host());
        bindJoin(model.join());
        bindBothEnds(model.bothEnds());
        model.recentProperty().subscribe(this::showRecent);
    }

    /// Puts the focus where somebody who was given an address begins.
    void focusFirst() {
        addressField.requestFocus();
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
            addressField.requestFocus();
            key.consume();
        }
    }

    @FXML
    private void takeName() {
        model.rename(nameField.getText());
        nameField.setText(model.nameProperty().get());
    }

    private void bindHost(HostViewModel host) {
        titleField.textProperty().bindBidirectional(host.titleProperty());
        portField.textProperty().bindBidirectional(host.portProperty());
        hostFields.disableProperty().bind(host.busyProperty());
        showWhile(hostButton, host.busyProperty().not());
        showWhile(hostProgress, host.busyProperty());
        showWhile(portRow, advancedButton.selectedProperty());
        tell(hostProblem, host.problemProperty());
    }

    private void bindJoin(JoinViewModel join) {
        addressField.textProperty().bindBidirectional(join.addressProperty());
        addressField.disableProperty().bind(join.busyProperty());
        recentRow.disableProperty().bind(join.busyProperty());
        showWhile(joinButton, join.busyProperty().not());
        showWhile(joinProgress, join.busyProperty());
        joinProgressLabel.textProperty()
                .bind(join.joiningProperty().map(address -> text.of("start.join.progress", address)));
        tell(joinProblem, join.problemProperty());
        addressField.accessibleHelpProperty().bind(join.problemProperty());
    }

    private void bindBothEnds(BothEndsViewModel bothEnds) {
        bothEndsButton.disableProperty().bind(bothEnds.busyProperty());
        tell(bothEndsProblem, bothEnds.problemProperty());
    }

    private void showRecent(List<String> addresses) {
        recentRow.setVisible(!addresses.isEmpty());
        recentChips.getChildren().setAll(addresses.stream().map(this::chip).toList());
    }

    private Button chip(String address) {
        Button chip = new Button(address);
        chip.setId("recent-" + address);
        chip.getStyleClass().add("tc-chip");
        chip.setAccessibleText(text.of("start.recent.chip", address));
        chip.setOnAction(_ -> model.join().join(address));
        return chip;
    }

    private static void tell(Label label, ObservableValue<String> sentence) {
        label.textProperty().bind(sentence);
        showWhile(label, sentence.map(words -> !words.isEmpty()));
    }

    private static void showWhile(Node node, ObservableValue<Boolean> shown) {
        node.visibleProperty().bind(shown);
        node.managedProperty().bind(shown);
    }

    @FXML
    private void host() {
        model.host().host();
    }

    @FXML
    private void cancelHost() {
        model.host().cancel();
        hostButton.requestFocus();
    }

    @FXML
    private void join() {
        model.join().join();
    }

    @FXML
    private void cancelJoin() {
        model.join().cancel();
        addressField.requestFocus();
    }

    @FXML
    private void openBothEnds() {
        model.bothEnds().open();
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
