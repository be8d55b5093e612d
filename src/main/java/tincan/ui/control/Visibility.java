package tincan.ui.control;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;

/// When nodes are there at all: one that is not seen takes no room. On the JavaFX thread.
public final class Visibility {
    private Visibility() {}

    /// Shows `node` while `when` holds.
    public static void follow(Node node, ObservableValue<Boolean> when) {
        node.visibleProperty().bind(when);
        node.managedProperty().bind(node.visibleProperty());
    }

    /// Shows `label` while there are words for it.
    public static void tell(Label label, ObservableValue<String> words) {
        label.textProperty().bind(words);
        follow(label, words.map(now -> !now.isEmpty()));
    }

    /// Shows `node` or not, until told otherwise.
    public static void set(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
