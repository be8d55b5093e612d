package tincan.ui.start;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import tincan.text.Text;
import tincan.ui.FxmlFile;
import tincan.ui.Navigator;
import tincan.ui.Screen;
import tincan.ui.Services;

/// The first screen.
public final class StartScreen implements Screen {
    private final StartViewModel model;
    private final StartController controller;
    private final Parent root;

    public StartScreen(Services services, Navigator navigator, Text text) {
        this.model = new StartViewModel(services, navigator, text);
        this.controller = new StartController(model, navigator, text);
        this.root = FxmlFile.START.load(text.bundle(), controller);
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public ObservableValue<String> titleProperty() {
        return new SimpleStringProperty("");
    }

    @Override
    public void shown() {
        controller.focusFirst();
    }

    @Override
    public void close() {
        model.close();
    }
}
