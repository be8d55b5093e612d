package tincan.ui.shell;

import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import tincan.home.WindowPlace;
import tincan.ui.UserSettings;

/// Puts a stage where it was the last time, and remembers where it is. On the JavaFX thread.
final class WindowMemory {
    /// So much of a window's top must be on a screen for the user to take hold of it.
    private static final double HANDLE = 60;

    private final Stage stage;
    private final UserSettings settings;
    /// Where the window was when it last did not fill the screen.
    private WindowPlace place;

    WindowMemory(Stage stage, UserSettings settings) {
        this.stage = stage;
        this.settings = settings;
        this.place = settings.get().window();
    }

    /// Before the stage is shown.
    void restore() {
        Rectangle2D most = Screen.getPrimary().getVisualBounds();
        stage.setMinWidth(Math.min(WindowPlace.MIN_WIDTH, most.getWidth()));
        stage.setMinHeight(Math.min(WindowPlace.MIN_HEIGHT, most.getHeight()));
        if (!place.free() && reachable(place)) {
            stage.setX(place.x());
            stage.setY(place.y());
            stage.setWidth(place.width());
            stage.setHeight(place.height());
        } else {
            stage.setWidth(Math.min(place.width(), most.getWidth()));
            stage.setHeight(Math.min(place.height(), most.getHeight()));
        }
        stage.setMaximized(place.maximised());
    }

    /// Once the stage is shown.
    void watch() {
        stage.xProperty().subscribe(_ -> note());
        stage.yProperty().subscribe(_ -> note());
        stage.widthProperty().subscribe(_ -> note());
        stage.heightProperty().subscribe(_ -> note());
    }

    /// Before the stage is hidden.
    void keep() {
        WindowPlace last = new WindowPlace(place.x(), place.y(), place.width(), place.height(), stage.isMaximized());
        settings.change(now -> now.withWindow(last));
    }

    private void note() {
        if (stage.isShowing() && !stage.isMaximized() && !stage.isFullScreen() && !stage.isIconified()) {
            place = new WindowPlace(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), false);
        }
    }

    private static boolean reachable(WindowPlace place) {
        return Screen.getScreensForRectangle(place.x(), place.y(), place.width(), HANDLE).stream()
                .map(Screen::getVisualBounds)
                .anyMatch(screen -> screen.contains(place.x() + place.width() / 2, place.y() + HANDLE / 2));
    }
}
