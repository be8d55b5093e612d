package tincan.ui.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.ChoiceBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import tincan.home.Home;
import tincan.home.Settings;
import tincan.home.SettingsStore;
import tincan.text.Text;
import tincan.ui.FxmlFile;
import tincan.ui.NoSound;
import tincan.ui.UserSettings;
import tincan.voice.audio.AudioDevice;
import tincan.voice.audio.AudioDevices;

@ExtendWith(ApplicationExtension.class)
final class VoiceSettingsRobotTest {
    private static final AudioDevice FIRST = new AudioDevice("built in", true);
    private static final AudioDevice LATER = new AudioDevice("plugged in", false);

    @TempDir
    private Path folder;
    private UserSettings settings;
    private volatile AudioDevices devices = new AudioDevices(List.of(FIRST), List.of());

    @Start
    void open(Stage stage) {
        Text text = Text.in(Locale.ENGLISH);
        settings = new UserSettings(new SettingsStore(Home.below(folder), Settings.usual("Ada")), Runnable::run);
        VoiceSettingsController voice = new VoiceSettingsController(settings,
                new SoundCheckViewModel(NoSound::new, text, Platform::runLater, Runnable::run), text);
        stage.setScene(new Scene(FxmlFile.VOICE_SETTINGS.load(text.bundle(), voice)));
        voice.offer(() -> devices, Runnable::run, Platform::runLater);
        stage.show();
    }

    @Test
    void aDeviceThatIsPluggedInLaterIsThereWhenTheListIsOpened(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        ChoiceBox<String> microphones = choice(robot);
        assertEquals(List.of("", "built in"), microphones.getItems());
        robot.interact(() -> microphones.setValue("built in"));

        devices = new AudioDevices(List.of(FIRST, LATER), List.of());
        robot.clickOn(microphones);
        WaitForAsyncUtils.waitForFxEvents();

        assertEquals(List.of("", "built in", "plugged in"), microphones.getItems());
        assertEquals("built in", microphones.getValue());
        robot.interact(() -> microphones.setValue("plugged in"));
        assertEquals("plugged in", settings.get().voice().microphone());
    }

    @SuppressWarnings("unchecked")
    private static ChoiceBox<String> choice(FxRobot robot) {
        return robot.lookup("#microphoneChoice").queryAs(ChoiceBox.class);
    }
}
