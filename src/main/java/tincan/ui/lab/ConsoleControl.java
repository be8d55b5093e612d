package tincan.ui.lab;

import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tincan.text.Text;
import tincan.ui.TailFollower;

/// A console: what came, and where one types. Enter sends.
///
/// Owner: the JavaFX thread.
final class ConsoleControl extends VBox {
    private final Text text;
    private final TextField field = new TextField();
    private final Button send = new Button();
    private final Predicate<String> said;

    /// @param id of whose console it is, before the ids of its parts
    /// @param said takes a line, and says whether somebody got it
    ConsoleControl(ConsoleViewModel model, String id, Text text, Predicate<String> said) {
        this.text = text;
        this.said = said;
        getStyleClass().add("lab-console");
        ListView<ConsoleLine> lines = new ListView<>(model.lines());
        lines.setId(id + "Lines");
        lines.setCellFactory(_ -> new Cell());
        lines.setAccessibleText(text.of("lab.console.accessible"));
        Label empty = new Label(text.of("lab.console.empty"));
        empty.getStyleClass().add("tc-muted");
        lines.setPlaceholder(empty);
        TailFollower _ = new TailFollower(lines);
        field.setId(id + "Field");
        field.setPromptText(text.of("lab.console.prompt"));
        field.setAccessibleText(text.of("lab.console.prompt"));
        field.setOnAction(_ -> say());
        send.setId(id + "Send");
        send.setText(text.of("lab.console.send"));
        send.setMinWidth(USE_PREF_SIZE);
        send.setOnAction(_ -> say());
        HBox row = new HBox(field, send);
        row.getStyleClass().add("lab-console-row");
        HBox.setHgrow(field, Priority.ALWAYS);
        VBox.setVgrow(lines, Priority.ALWAYS);
        getChildren().addAll(lines, row);
    }

    private void say() {
        if (said.test(field.getText())) {
            field.clear();
        }
        field.requestFocus();
    }

    /// Whether one can type.
    void enable(boolean on) {
        field.setDisable(!on);
        send.setDisable(!on);
    }

    void focusField() {
        field.requestFocus();
    }

    /// A line, with a sign for who said it.
    private final class Cell extends ListCell<ConsoleLine> {
        @Override
        protected void updateItem(@Nullable ConsoleLine line, boolean empty) {
            super.updateItem(line, empty);
            for (ConsoleLine.From from : ConsoleLine.From.values()) {
                pseudoClassStateChanged(PseudoClass.getPseudoClass(from.name().toLowerCase(Locale.ROOT)),
                        line != null && line.from() == from);
            }
            if (empty || line == null) {
                setText(null);
                return;
            }
            String sign = switch (line.from()) {
                case PERSON -> "> ";
                case NETWORK -> "< ";
                case LESSON -> "· ";
            };
            setText(sign + line.words());
            setWrapText(true);
            setPrefWidth(0);
            setAccessibleText(text.of("lab.console.from", line.from()) + " " + line.words());
        }
    }
}
