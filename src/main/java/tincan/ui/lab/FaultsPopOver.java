package tincan.ui.lab;

import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.scene.layout.Pane;
import org.controlsfx.control.PopOver.ArrowLocation;
import tincan.lab.Lesson;
import tincan.text.Text;
import tincan.ui.FxmlFile;
import tincan.ui.control.DressedPopOver;
import tincan.ui.control.Visibility;

/// Where one chooses what goes wrong on purpose.
///
/// Owner: the JavaFX thread.
final class FaultsPopOver {
    private static final int MOST_MILLIS = 10_000;
    private static final int MOST_PERCENT = 100;
    private static final int MOST_BYTES = 1_024;

    private final FaultsViewModel model;
    private final Lesson lesson;
    private final DressedPopOver popOver;

    @FXML
    private Spinner<Integer> faultDelay;
    @FXML
    private Spinner<Integer> faultJitter;
    @FXML
    private Spinner<Integer> faultLoss;
    @FXML
    private Spinner<Integer> faultDuplicates;
    @FXML
    private Spinner<Integer> faultReordered;
    @FXML
    private Spinner<Integer> faultPiece;
    @FXML
    private CheckBox faultTiny;
    @FXML
    private CheckBox faultPort;
    @FXML
    private Label faultLossLabel;
    @FXML
    private Label faultDuplicatesLabel;
    @FXML
    private Label faultReorderedLabel;
    @FXML
    private Label faultPieceLabel;
    @FXML
    private Pane faultActs;
    @FXML
    private Label faultTrouble;

    FaultsPopOver(FaultsViewModel model, Lesson lesson, Text text) {
        this.model = model;
        this.lesson = lesson;
        this.popOver = new DressedPopOver(FxmlFile.LAB_FAULTS.load(text.bundle(), this), ArrowLocation.TOP_RIGHT);
    }

    @FXML
    private void initialize() {
        number(faultDelay, MOST_MILLIS, 100, model.delayProperty());
        number(faultJitter, MOST_MILLIS, 100, model.jitterProperty());
        number(faultLoss, MOST_PERCENT, 10, model.lossProperty());
        number(faultDuplicates, MOST_PERCENT, 10, model.duplicatesProperty());
        number(faultReordered, MOST_PERCENT, 10, model.reorderedProperty());
        number(faultPiece, MOST_BYTES, 1, model.pieceProperty());
        faultTiny.selectedProperty().bindBidirectional(model.tinyProperty());
        faultPort.selectedProperty().bindBidirectional(model.portTakenProperty());
        Visibility.tell(faultTrouble, model.troubleProperty());
        boolean stream = lesson instanceof Lesson.Stream;
        List.of(faultLoss, faultLossLabel, faultDuplicates, faultDuplicatesLabel, faultReordered, faultReorderedLabel)
                .forEach(node -> Visibility.set(node, !stream));
        List.of(faultPiece, faultPieceLabel, faultTiny, faultActs).forEach(node -> Visibility.set(node, stream));
    }

    private static void number(Spinner<Integer> spinner, int most, int step, IntegerProperty value) {
        IntegerSpinnerValueFactory factory = new IntegerSpinnerValueFactory(0, most, 0, step);
        spinner.setValueFactory(factory);
        factory.valueProperty().subscribe((_, now) -> value.set(now));
        value.subscribe(now -> factory.setValue(now.intValue()));
        // what is typed holds as soon as one goes elsewhere
        spinner.focusedProperty().subscribe(focused -> {
            if (!focused) {
                spinner.commitValue();
            }
        });
    }

    void toggle(Node anchor) {
        popOver.toggle(anchor);
    }

    void hide() {
        popOver.hide();
    }

    @FXML
    private void kill() {
        model.kill();
    }

    @FXML
    private void halfClose() {
        model.halfClose();
    }

    @FXML
    private void none() {
        model.none();
    }
}
