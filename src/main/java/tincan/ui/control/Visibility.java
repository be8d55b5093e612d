package tincan.ui.control;

import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Window;

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

    /// Whether `node` can be seen: it and all that it is in are visible, in a window that is open.
    public static ObservableValue<Boolean> seen(Node node) {
        ObservableValue<Boolean> open = node.sceneProperty().flatMap(Scene::windowProperty)
                .flatMap(Window::showingProperty).orElse(false);
        return open.flatMap(now -> now ? visible(node) : new ReadOnlyBooleanWrapper(false));
    }

    private static ObservableValue<Boolean> visible(Node node) {
        return node.visibleProperty().flatMap(now -> now
                ? node.parentProperty().flatMap(Visibility::visible).orElse(true)
                : new ReadOnlyBooleanWrapper(false));
    }
}
