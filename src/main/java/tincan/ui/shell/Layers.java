package tincan.ui.shell;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import tincan.home.Settings;
import tincan.session.Session;
import tincan.ui.Screen;

/// The screens on top of each other: at the bottom the one the user is at, above it what was opened for a moment. On
/// the JavaFX thread.
final class Layers {
    private static final String PROGRAM = "Tincan";

    private final StackPane pane = new StackPane();
    private final Deque<Layer> layers = new ArrayDeque<>();
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");

    /// A screen, whether it hides what is below it, and what had the focus when the next one came over it.
    private static final class Layer {
        private final boolean covering;
        private Screen screen;
        private @Nullable Node focused;

        Layer(Screen screen, boolean covering) {
            this.screen = screen;
            this.covering = covering;
        }
    }

    StackPane pane() {
        return pane;
    }

    /// The window's.
    ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    Screen front() {
        return layers.getLast().screen;
    }

    /// Whether something is above the bottom.
    boolean stacked() {
        return layers.size() > 1;
    }

    /// Whether what is in front lets the screen below it show through.
    boolean veiled() {
        return !layers.getLast().covering;
    }

    List<Session> sessions() {
        return layers.stream().flatMap(layer -> layer.screen.sessions().stream()).toList();
    }

    /// Closes all screens and shows `screen` instead.
    void replaceAll(Screen screen) {
        closeAll();
        layers.clear();
        layers.add(new Layer(screen, true));
        pane.getChildren().setAll(screen.root());
        front(screen);
    }

    /// Whether all screens may go. If not, whatever hides the one that says why is closed.
    boolean mayGo() {
        boolean all = layers.stream().filter(layer -> !layer.screen.mayGo()).count() == 0;
        while (!all && stacked()) {
            pop();
        }
        return all;
    }

    void settingsChanged(Settings now) {
        layers.forEach(layer -> layer.screen.settingsChanged(now));
    }

    /// Lets go of all screens; they stay in sight.
    void closeAll() {
        layers.forEach(layer -> layer.screen.close());
    }

    /// Shows `screen` over the others. What it covers wholly is not drawn.
    void push(Screen screen, boolean covering) {
        Layer below = layers.getLast();
        below.focused = pane.getScene().getFocusOwner();
        below.screen.root().setVisible(!covering);
        layers.add(new Layer(screen, covering));
        pane.getChildren().add(screen.root());
        front(screen);
    }

    /// Closes the screen in front and gives the focus back to the one below it.
    void pop() {
        Screen gone = layers.removeLast().screen;
        Layer back = layers.getLast();
        back.screen.root().setVisible(true);
        pane.getChildren().remove(gone.root());
        gone.close();
        bindTitle();
        Node focused = back.focused;
        if (focused != null && focused.getScene() != null) {
            focused.requestFocus();
        } else {
            back.screen.shown();
        }
    }

    /// Makes each screen anew that shows no session and in which nothing runs, and keeps the focus where it was.
    void renew(UnaryOperator<Screen> fresh) {
        Node owner = pane.getScene().getFocusOwner();
        layers.stream().filter(Layers::renewable).forEach(layer -> renew(layer, fresh));
        front(front());
        Node same = owner == null || owner.getId() == null ? null : pane.lookup("#" + owner.getId());
        if (same != null) {
            same.requestFocus();
        }
    }

    private static boolean renewable(Layer layer) {
        return layer.screen.sessions().isEmpty() && !layer.screen.running();
    }

    private void renew(Layer layer, UnaryOperator<Screen> fresh) {
        Screen old = layer.screen;
        layer.screen = fresh.apply(old);
        layer.focused = null;
        layer.screen.root().setVisible(old.root().isVisible());
        pane.getChildren().set(pane.getChildren().indexOf(old.root()), layer.screen.root());
        old.close();
    }

    private void front(Screen screen) {
        bindTitle();
        // the skins hold what can have the focus
        pane.applyCss();
        screen.shown();
    }

    private void bindTitle() {
        title.bind(layers.getFirst().screen.titleProperty()
                .map(words -> words.isEmpty() ? PROGRAM : words + " – " + PROGRAM));
    }
}
