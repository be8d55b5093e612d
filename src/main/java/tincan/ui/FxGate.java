package tincan.ui;

import java.util.concurrent.Executor;
import javafx.application.Platform;

/// The one way onto the JavaFX thread. View models take it as an [Executor], so that their tests need no toolkit.
public final class FxGate implements Executor {

    /// Runs `work` on the JavaFX thread: at once if this is that thread, otherwise soon.
    @Override
    public void execute(Runnable work) {
        if (Platform.isFxApplicationThread()) {
            work.run();
        } else {
            Platform.runLater(work);
        }
    }
}
