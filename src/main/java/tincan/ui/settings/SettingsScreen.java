package tincan.ui.settings;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import tincan.text.Text;
import tincan.ui.FxmlFile;
import tincan.ui.Navigator;
import tincan.ui.Screen;
import tincan.ui.Services;
import tincan.ui.UserSettings;

/// The settings' screen.
public final class SettingsScreen implements Screen {
    private final SettingsController controller;
    private final VoiceSettingsController voice;
    private final Parent root;
    private final Text text;

    public SettingsScreen(Services services, Navigator navigator, Text text) {
        UserSettings settings = services.settings();
        this.text = text;
        this.controller = new SettingsController(settings, navigator, text);
        this.root = FxmlFile.SETTINGS.load(text.bundle(), controller);
        this.voice = new VoiceSettingsController(settings, new SoundCheckViewModel(
                () -> services.sounds().chosen().apply(settings.get().voice()), text, services.fx(),
                services.background()), text);
        controller.add(FxmlFile.VOICE_SETTINGS.load(text.bundle(), voice));
        voice.offer(services.sounds().devices(), services.background(), services.fx());
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
        voice.close();
    }
}
