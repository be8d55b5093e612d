package tincan.ui.control;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import org.controlsfx.control.PopOver;

/// A pop-over that looks like the window it belongs to and goes when one presses elsewhere. On the JavaFX thread.
public final class DressedPopOver extends PopOver {

    public DressedPopOver(Node content, ArrowLocation arrow) {
        super(content);
        setArrowLocation(arrow);
        setDetachable(false);
        setAnimated(false);
    }

    /// Shows it at `anchor`, or hides it.
    public void toggle(Node anchor) {
        if (isShowing()) {
            hide();
        } else {
            showAt(anchor);
        }
    }

    /// Shows it below `anchor`. It belongs to the whole window, because it takes its font from what it belongs to.
    public void showAt(Node anchor) {
        Bounds place = anchor.localToScreen(anchor.getLayoutBounds());
        // it is shown to the right of its place first and moved then; kept on the screen meanwhile, it would land
        // beside it
        setAutoFix(false);
        show(anchor.getScene().getRoot(), place.getCenterX(), place.getMaxY());
        setAutoFix(true);
    }
}
