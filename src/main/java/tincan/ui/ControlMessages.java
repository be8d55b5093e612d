package tincan.ui;

import java.util.logging.Level;
import java.util.logging.Logger;

/// What the controls of JavaFX may say on standard error.
public final class ControlMessages {
    /// Held here, because a logger that nobody holds is collected, and its level with it.
    private static final Logger CONTROLS = Logger.getLogger("javafx.scene.control");

    private ControlMessages() {}

    /// Lets them tell warnings and worse. A list that is cut at its beginning while it is laid out notes "index exceeds
    /// maxCellCount" and goes on; under a flood of events that is hundreds of lines nobody can act on.
    public static void onlyWarnings() {
        CONTROLS.setLevel(Level.WARNING);
    }
}
