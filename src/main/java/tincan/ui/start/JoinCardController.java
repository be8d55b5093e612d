package tincan.ui.start;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Pane;
import tincan.text.Text;
import tincan.ui.control.Visibility;
import tincan.ui.start.JoinViewModel.Field;

/// Binds the *Join* card to its view model.
final class JoinCardController {
    private final JoinViewModel join;
    private final ObservableValue<List<String>> recent;
    private final Text text;

    @FXML
    private Pane joinFields;
    @FXML
    private TextField addressField;
    @FXML
    private CodeField codeField;
    @FXML
    private Pane recentRow;
    @FXML
    private FlowPane recentChips;
    @FXML
    private Pane compareWords;
    @FXML
    private Label safetyWords;
    @FXML
    private Label joinProblem;
    @FXML
    private Button joinButton;
    @FXML
    private Pane joinProgress;
    @FXML
    private Label joinProgressLabel;

    /// @param recent the addresses last joined
    JoinCardController(JoinViewModel join, ObservableValue<List<String>> recent, Text text) {
        this.join = join;
        this.recent = recent;
        this.text = text;
    }

    @FXML
    private void initialize() {
        addressField.setTextFormatter(new TextFormatter<String>(this::withoutCode));
        addressField.textProperty().bindBidirectional(join.addressProperty());
        codeField.textProperty().bindBidirectional(join.codeProperty());
        codeField.setOnTaken(join::complete);
        codeField.setSpoken(text.of("start.code.completions"));
        join.completionsProperty().subscribe(codeField::offer);
        joinFields.disableProperty().bind(join.busyProperty());
        joinButton.disableProperty().bind(join.joinable().not());
        Visibility.follow(joinButton, join.busyProperty().not());
        Visibility.follow(joinProgress, join.busyProperty());
        Visibility.tell(joinProblem, join.problemProperty());
        addressField.accessibleHelpProperty().bind(join.problemProperty());
        join.onAttention(this::focus);
        recent.subscribe(this::showRecent);
        bindWords();
    }

    private void bindWords() {
        BooleanBinding comparing = Bindings.createBooleanBinding(() -> !join.wordsProperty().get().isEmpty(),
                join.wordsProperty());
        Visibility.follow(joinFields, comparing.not());
        Visibility.follow(compareWords, comparing);
        safetyWords.textProperty().bind(join.wordsProperty().map(words -> String.join(" · ", words)));
        joinProgressLabel.textProperty().bind(Bindings.createStringBinding(
                () -> comparing.get()
                        ? text.of("start.join.waiting")
                        : text.of("start.join.progress", join.joiningProperty().get()),
                comparing, join.joiningProperty()));
    }

    /// The code of a link that is pasted goes where it belongs, so that the address can be shown to anybody.
    private TextFormatter.Change withoutCode(TextFormatter.Change change) {
        if (change.isAdded()) {
            join.takeLink(change.getControlNewText()).ifPresent(address -> {
                change.setRange(0, change.getControlText().length());
                change.setText(address);
                change.selectRange(address.length(), address.length());
            });
        }
        return change;
    }

    void focusAddress() {
        addressField.requestFocus();
    }

    private void focus(Field field) {
        TextField wanted = field == Field.CODE ? codeField : addressField;
        wanted.requestFocus();
        wanted.selectAll();
    }

    private void showRecent(List<String> addresses) {
        Visibility.set(recentRow, !addresses.isEmpty());
        recentChips.getChildren().setAll(addresses.stream().map(this::chip).toList());
    }

    private Button chip(String address) {
        Button chip = new Button(address);
        chip.setId("recent-" + address);
        chip.getStyleClass().add("tc-chip");
        chip.setAccessibleText(text.of("start.recent.chip", address));
        chip.setOnAction(_ -> join.join(address));
        return chip;
    }

    @FXML
    private void join() {
        join.join();
    }

    @FXML
    private void cancelJoin() {
        join.cancel();
        addressField.requestFocus();
    }
}
