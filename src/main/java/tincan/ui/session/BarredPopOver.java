package tincan.ui.session;

import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import org.controlsfx.control.PopOver.ArrowLocation;
import tincan.text.Text;
import tincan.ui.FxmlFile;
import tincan.ui.control.DressedPopOver;
import tincan.ui.control.Visibility;

/// The addresses from which nobody is let in, each with a button that lets people in again.
final class BarredPopOver {
    private final DoorViewModel door;
    private final Text text;
    private final DressedPopOver popOver;

    @FXML
    private Pane barredRows;
    @FXML
    private Label barredNobody;

    BarredPopOver(DoorViewModel door, Text text) {
        this.door = door;
        this.text = text;
        this.popOver = new DressedPopOver(FxmlFile.BARRED.load(text.bundle(), this), ArrowLocation.TOP_LEFT);
    }

    @FXML
    private void initialize() {
        door.barred().addListener((ListChangeListener<String>) _ -> show());
        show();
    }

    private void show() {
        barredRows.getChildren().setAll(door.barred().stream().map(this::row).toList());
        Visibility.set(barredNobody, door.barred().isEmpty());
    }

    private HBox row(String address) {
        Label words = new Label(address);
        words.getStyleClass().add("tc-mono");
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button unbar = new Button(text.of("door.unbar"));
        unbar.setMinWidth(Button.USE_PREF_SIZE);
        unbar.setId("unbar-" + address);
        unbar.setAccessibleText(text.of("door.unbar.accessible", address));
        unbar.setOnAction(_ -> door.unbar(address));
        HBox row = new HBox(words, unbar);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("barred-row");
        return row;
    }

    void show(Node anchor) {
        popOver.showAt(anchor);
    }
}
