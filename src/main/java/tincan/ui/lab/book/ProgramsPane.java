package tincan.ui.lab.book;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.collections.FXCollections;
import org.kordamp.ikonli.javafx.FontIcon;
import tincan.text.Booklet.Programming;
import tincan.text.Text;
import tincan.ui.control.Visibility;

/// The programs of a lesson in one language: the server's above, the client's below.
///
/// Owner: the JavaFX thread.
public final class ProgramsPane extends SplitPane {

    public ProgramsPane(ProgramMarks marks, Programming language, Text text) {
        setOrientation(Orientation.VERTICAL);
        getStyleClass().add("programs");
        marks.pair(language).ifPresent(pair -> getItems().setAll(
                program(pair.server(), text.of("lab.program.server"), text),
                program(pair.client(), text.of("lab.program.client"), text)));
        setDividerPositions(0.55);
    }

    private static Node program(Listing listing, String heading, Text text) {
        Label head = new Label(heading + " · " + listing.file(), new FontIcon("fth-file-text"));
        head.getStyleClass().add("program-head");
        head.setMaxWidth(Double.MAX_VALUE);
        ListView<String> lines = new ListView<>(FXCollections.observableArrayList(listing.lines()));
        lines.setId("program-" + listing.file());
        lines.getStyleClass().addAll("program", "tc-mono");
        lines.setAccessibleText(head.getText());
        lines.setCellFactory(_ -> new LineCell(listing, text));
        listing.markedProperty().subscribe(line -> {
            if (line.intValue() != Listing.NOWHERE) {
                lines.scrollTo(Math.max(0, line.intValue() - 3));
            }
        });
        Label nothing = new Label(text.of("lab.program.none"));
        nothing.getStyleClass().add("tc-muted");
        Visibility.set(nothing, listing.lines().isEmpty());
        Visibility.set(lines, !listing.lines().isEmpty());
        VBox.setVgrow(lines, Priority.ALWAYS);
        VBox box = new VBox(head, lines, nothing);
        box.setMinHeight(0);
        return box;
    }
}
