package tincan.ui.control;

import java.util.List;
import javafx.stage.PopupWindow;
import javafx.stage.Window;

/// The menus, pop-overs and tooltips over a window.
public final class Popups {
    private Popups() {}

    /// Hides those of a window that is about to go. JavaFX hides several of them in an order in which one asks what
    /// another has taken away.
    public static void hide(Window owner) {
        List<PopupWindow> all = Window.getWindows().stream().filter(PopupWindow.class::isInstance)
                .map(PopupWindow.class::cast).filter(popup -> owner.equals(popup.getOwnerWindow())).toList();
        all.forEach(PopupWindow::hide);
    }
}
