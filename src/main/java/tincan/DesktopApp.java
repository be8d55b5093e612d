package tincan;

import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;

/// Stand-in until the window comes.
public final class DesktopApp extends Application {
    public static void main(String[] args) {
        launch(args);
    }

    @Override
    public void start(Stage stage) {
        Platform.exit();
    }
}
