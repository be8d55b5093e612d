package tincan.ui.control;

import java.text.MessageFormat;
import javafx.beans.NamedArg;
import javafx.scene.control.Tooltip;
import tincan.ui.Shortcut;

/// A tooltip that names the keys for the same, as this system writes them: Ctrl here, Cmd on macOS.
public final class ShortcutTooltip extends Tooltip {

    /// @param words with `{0}` where the keys stand
    /// @param keys the name of a [Shortcut]
    public ShortcutTooltip(@NamedArg("words") String words, @NamedArg("keys") String keys) {
        super(MessageFormat.format(words, Shortcut.valueOf(keys).shown()));
    }
}
