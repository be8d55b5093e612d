package tincan.ui.settings;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import tincan.text.Text;
import tincan.ui.FxmlFile;
import tincan.ui.Navigator;
import tincan.ui.Screen;
import tincan.ui.UserSettings;

/// The settings' screen.
public final class SettingsScreen implements Screen {
    private final SettingsController controller;
    private final Parent root;
    private final Text text;

    public SettingsScreen(UserSettings settings, Navigator navigator, Text text) {
        this.text = text;
        this.controller = new SettingsController(settings, navigator, text);
        this.root = FxmlFile.SETTINGS.load(text.bundle(), controller);
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public ObservableValue<String> titleProperty() {
        return new SimpleStringProperty(text.of("settings.heading"));
    }

    @Override
    public void shown() {
        controller.focusFirst();
    }

    @Override
    public void close() {
        controller.close();
    }
}
