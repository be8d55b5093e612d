package tincan.ui.lab;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver.ArrowLocation;
import org.kordamp.ikonli.javafx.FontIcon;
import tincan.text.Text;
import tincan.ui.control.DressedPopOver;
import tincan.ui.lab.CheckViewModel.Result;

/// What of an exercise is done and what is missing.
///
/// Owner: the JavaFX thread.
final class CheckPopOver {
    private final CheckViewModel check;
    private final Text text;
    private final VBox rows = new VBox();
    private final DressedPopOver popOver = new DressedPopOver(rows, ArrowLocation.TOP_RIGHT);

    CheckPopOver(CheckViewModel check, Text text) {
        this.check = check;
        this.text = text;
        rows.setId("checkResults");
        rows.getStyleClass().add("check-results");
        rows.setAccessibleRole(AccessibleRole.TEXT);
        rows.setFocusTraversable(true);
        rows.getStylesheets().add(Objects.requireNonNull(getClass().getResource("lab.css")).toExternalForm());
    }

    /// Looks, and shows what was found at `anchor`.
    void show(Node anchor) {
        check.look(() -> {
            show(check.resultsProperty().get());
            popOver.hide();
            popOver.showAt(anchor);
            rows.requestFocus();
        });
    }

    void hide() {
        popOver.hide();
    }

    private void show(List<Result> results) {
        long reached = results.stream().filter(Result::reached).count();
        Label heading = new Label(text.of(check.done() ? "lab.check.done" : "lab.check.some", reached, results.size()));
        heading.getStyleClass().add("check-heading");
        rows.getChildren().setAll(heading);
        results.forEach(result -> rows.getChildren().add(row(result)));
        rows.setAccessibleText(heading.getText() + " " + results.stream().map(this::spoken)
                .collect(Collectors.joining(". ")));
        rows.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }

    private String spoken(Result result) {
        return text.of(result.reached() ? "lab.check.reached" : "lab.check.missing", result.words());
    }

    private Label row(Result result) {
        Label row = new Label(spoken(result),
                new FontIcon(result.reached() ? "fth-check-circle" : "fth-circle"));
        row.getStyleClass().addAll("check-row", result.reached() ? "reached" : "missing");
        row.setWrapText(true);
        row.setMinHeight(Region.USE_PREF_SIZE);
        return row;
    }
}
