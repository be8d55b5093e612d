package tincan.ui.replay;

import java.util.concurrent.Executor;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import tincan.text.Text;
import tincan.ui.FxmlFile;
import tincan.ui.Navigator;
import tincan.ui.OpenedRecording;
import tincan.ui.Screen;
import tincan.ui.ScreenAction;
import tincan.ui.log.LogTools;

/// A recording in the whole window.
public final class ReplayScreen implements Screen {
    private final OpenedRecording opened;
    private final Navigator navigator;
    private final ReplayController controller;
    private final Parent root;

    /// @param fx runs work on the JavaFX thread
    public ReplayScreen(OpenedRecording opened, LogTools tools, Navigator navigator, Text text, Executor fx) {
        this.opened = opened;
        this.navigator = navigator;
        this.controller = new ReplayController(opened, tools, navigator, text, fx);
        this.root = FxmlFile.REPLAY.load(text.bundle(), controller);
    }

    /// What it shows.
    public OpenedRecording opened() {
        return opened;
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public ObservableValue<String> titleProperty() {
        return new SimpleStringProperty(opened.name());
    }

    @Override
    public void shown() {
        controller.focusFirst();
    }

    @Override
    public void perform(ScreenAction action) {
        switch (action) {
            case LEAVE -> navigator.showStart();
            case COMPOSER, LOG -> {
                // there is nothing to write, and the log is all there is
            }
        }
    }

    @Override
    public void close() {
        controller.close();
    }
}
