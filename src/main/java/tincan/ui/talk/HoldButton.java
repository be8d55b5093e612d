package tincan.ui.talk;

import javafx.css.PseudoClass;
import javafx.event.EventHandler;
import javafx.scene.AccessibleAction;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/// A button that does something while it is held, by mouse or touch. Who uses it through a screen reader cannot hold:
/// for them it is the latch.
///
/// Owner: the JavaFX thread.
public final class HoldButton extends Button {
    private static final PseudoClass HELD = PseudoClass.getPseudoClass("held");

    private Runnable onLatch = () -> {
    };

    public HoldButton() {
        getStyleClass().add("hold-button");
    }

    /// Says what it does.
    ///
    /// @param press runs when it is pressed
    /// @param release runs when it is let go, wherever the pointer is then
    /// @param latch runs when a screen reader presses it
    public void onHold(Runnable press, Runnable release, Runnable latch) {
        onLatch = latch;
        addEventHandler(MouseEvent.MOUSE_PRESSED, click -> {
            Scene scene = getScene();
            if (click.getButton() == MouseButton.PRIMARY && scene != null) {
                awaitRelease(scene, release);
                press.run();
            }
        });
    }

    /// The whole window is watched: the pointer may have left, or the button may be gone by then.
    private static void awaitRelease(Scene scene, Runnable release) {
        scene.addEventFilter(MouseEvent.MOUSE_RELEASED, new EventHandler<>() {
            @Override
            public void handle(MouseEvent event) {
                if (event.getButton() == MouseButton.PRIMARY) {
                    scene.removeEventFilter(MouseEvent.MOUSE_RELEASED, this);
                    release.run();
                }
            }
        });
    }

    /// Shows whether it is held, by whatever hand.
    public void showHeld(boolean now) {
        pseudoClassStateChanged(HELD, now);
    }

    @Override
    public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
        if (action == AccessibleAction.FIRE) {
            onLatch.run();
        } else {
            super.executeAccessibleAction(action, parameters);
        }
    }
}
