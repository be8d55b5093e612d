package tincan.ui.start;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import tincan.session.Security.Level;
import tincan.text.Printable;
import tincan.text.Text;
import tincan.ui.Nearby.NearbySession;

/// A session that was found: its title, whose it is, where, and whether it is private.
final class NearbyCell extends ListCell<NearbySession> {
    private final Text text;
    private final Label title = new Label();
    private final Label about = new Label();
    private final Label kind = new Label();
    private final Button join = new Button();
    private final HBox content;

    /// @param joining what the row's button does
    NearbyCell(Text text, Consumer<NearbySession> joining) {
        this.text = text;
        title.getStyleClass().add("nearby-name");
        about.getStyleClass().addAll("tc-muted", "tc-small");
        kind.setMinWidth(USE_PREF_SIZE);
        join.setText(text.of("start.join.button"));
        join.setMinWidth(USE_PREF_SIZE);
        // Enter on the row does the same
        join.setFocusTraversable(false);
        join.setOnAction(_ -> joining.accept(getItem()));
        VBox words = new VBox(title, about);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        content = new HBox(words, kind, join);
        content.setAlignment(Pos.CENTER_LEFT);
        content.getStyleClass().add("nearby-row");
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable NearbySession session, boolean empty) {
        super.updateItem(session, empty);
        if (session == null || empty) {
            setGraphic(null);
            setAccessibleText(null);
        } else {
            show(session);
        }
    }

    private void show(NearbySession session) {
        title.setText(Printable.line(session.title()));
        about.setText(text.of("start.nearby.about", Printable.line(session.host()),
                Printable.line(session.addresses().getFirst())));
        kind.setText(text.of("lock.level", session.open() ? Level.OPEN : Level.PROVEN));
        kind.setGraphic(new FontIcon(session.open() ? "fth-unlock" : "fth-lock"));
        kind.getStyleClass().setAll("label", "tc-badge", session.open() ? "warning" : "success");
        setAccessibleText(String.join(", ", title.getText(), kind.getText(), about.getText()));
        setGraphic(content);
    }
}
