package tincan.ui.control;

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

    public void showAt(Node anchor) {
        getScene().getStylesheets().setAll(anchor.getScene().getStylesheets());
        show(anchor);
    }
}
