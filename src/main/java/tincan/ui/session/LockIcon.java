package tincan.ui.session;

import javafx.css.Styleable;
import org.kordamp.ikonli.javafx.FontIcon;
import tincan.session.Security.Level;

/// How a level of protection looks: a picture and a tone, never without its words.
final class LockIcon {
    private LockIcon() {}

    static FontIcon of(Level level) {
        return new FontIcon(switch (level) {
            case PROVEN -> "fth-lock";
            case COMPARED -> "fth-check-circle";
            case NOT_COMPARED -> "fth-help-circle";
            case OPEN -> "fth-unlock";
        });
    }

    /// Gives `node` the tone, and takes every other away.
    static void tone(Styleable node, Level level) {
        node.getStyleClass().removeAll("success", "warning");
        node.getStyleClass().add(switch (level) {
            case PROVEN, COMPARED -> "success";
            case NOT_COMPARED, OPEN -> "warning";
        });
    }
}
