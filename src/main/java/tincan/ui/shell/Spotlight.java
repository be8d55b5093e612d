package tincan.ui.shell;

import javafx.scene.Scene;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;

/// A ring round the mouse, so that a class sees where its teacher points. It takes no click and no focus. On the
/// JavaFX thread.
final class Spotlight {
    private static final double RADIUS = 38;
    /// While a button is pressed, which the class sees as well.
    private static final double PRESSED = 28;

    private final Circle ring = new Circle(RADIUS);
    private final Pane pane = new Pane(ring);
    private boolean on;

    Spotlight() {
        ring.setId("spotlight");
        ring.getStyleClass().add("spotlight");
        ring.setVisible(false);
        pane.setMouseTransparent(true);
        pane.setManaged(false);
    }

    /// To lie over everything.
    Pane pane() {
        return pane;
    }

    /// Follows the mouse over a scene.
    void follow(Scene scene) {
        scene.addEventFilter(MouseEvent.ANY, mouse -> {
            ring.setCenterX(mouse.getSceneX());
            ring.setCenterY(mouse.getSceneY());
            ring.setRadius(mouse.isPrimaryButtonDown() ? PRESSED : RADIUS);
            ring.setVisible(on && mouse.getEventType() != MouseEvent.MOUSE_EXITED);
        });
    }

    /// Turns it on or off.
    void toggle() {
        on = !on;
        ring.setVisible(on);
    }
}
