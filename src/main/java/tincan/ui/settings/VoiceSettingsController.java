package tincan.ui.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import tincan.home.TalkKey;
import tincan.home.TurnTone;
import tincan.home.VoiceSettings;
import tincan.text.Text;
import tincan.ui.UserSettings;
import tincan.ui.control.SegmentedChoice;
import tincan.ui.control.Visibility;
import tincan.ui.settings.SoundCheckViewModel.Doing;
import tincan.ui.talk.LevelMeter;
import tincan.voice.audio.AudioDevice;
import tincan.voice.audio.AudioDevices;

/// Binds the settings of voice: the devices and their trial, tones, and the key to talk.
public final class VoiceSettingsController {
    private final UserSettings settings;
    private final SoundCheckViewModel check;
    private final Text text;

    @FXML
    private ChoiceBox<String> microphoneChoice;
    @FXML
    private ChoiceBox<String> loudspeakerChoice;
    @FXML
    private Button checkButton;
    @FXML
    private Button delayButton;
    @FXML
    private LevelMeter checkMeter;
    @FXML
    private Label checkWords;
    @FXML
    private Button levelButton;
    @FXML
    private FlowPane tonesRow;
    @FXML
    private SegmentedChoice<TalkKey> talkKeyChoice;

    VoiceSettingsController(UserSettings settings, SoundCheckViewModel check, Text text) {
        this.settings = settings;
        this.check = check;
        this.text = text;
    }

    @FXML
    private void initialize() {
        VoiceSettings now = settings.get().voice();
        offer(microphoneChoice, List.of(), now.microphone(), VoiceSettings::withMicrophone);
        offer(loudspeakerChoice, List.of(), now.loudspeaker(), VoiceSettings::withLoudspeaker);
        for (TurnTone tone : TurnTone.values()) {
            tonesRow.getChildren().add(box(tone, now.tones().contains(tone)));
        }
        talkKeyChoice.offer(List.of(TalkKey.values()), now.key(), TalkKey::name,
                chosen -> change(chosen, VoiceSettings::withKey));
        Visibility.tell(checkWords, check.wordsProperty());
        check.doingProperty().subscribe(this::show);
        checkMeter.setAccessibleText(text.of("voice.meter.accessible"));
        checkMeter.watch(check::level);
    }

    private CheckBox box(TurnTone tone, boolean played) {
        CheckBox box = new CheckBox(text.of("settings.tones", tone));
        box.setId("tone-" + tone.stored());
        box.setSelected(played);
        box.setOnAction(_ -> change(box.isSelected(), (voice, now) -> voice.withTone(tone, now)));
        return box;
    }

    /// Offers the devices that there are, once the system has named them, and again whenever a person looks at them.
    ///
    /// @param background asks the system
    void offer(Supplier<AudioDevices> devices, Executor background, Executor fx) {
        Runnable ask = () -> background.execute(() -> {
            AudioDevices found = devices.get();
            fx.execute(() -> offer(found));
        });
        microphoneChoice.setOnShowing(_ -> ask.run());
        loudspeakerChoice.setOnShowing(_ -> ask.run());
        ask.run();
    }

    private void offer(AudioDevices found) {
        VoiceSettings now = settings.get().voice();
        offer(microphoneChoice, found.inputs(), now.microphone(), VoiceSettings::withMicrophone);
        offer(loudspeakerChoice, found.outputs(), now.loudspeaker(), VoiceSettings::withLoudspeaker);
    }

    /// The system's own choice first; one that was chosen stays even while it is not plugged in.
    private void offer(ChoiceBox<String> box, List<AudioDevice> devices, String chosen,
            BiFunction<VoiceSettings, String, VoiceSettings> with) {
        List<String> names = new ArrayList<>(List.of(""));
        devices.stream().map(AudioDevice::name).filter(name -> !name.isEmpty()).forEach(names::add);
        if (!names.contains(chosen)) {
            names.add(chosen);
        }
        if (box.getItems().equals(names)) {
            return; // the list that somebody looks at stays as it is
        }
        box.setOnAction(null);
        box.setConverter(new DeviceNames());
        box.getItems().setAll(names);
        box.getSelectionModel().select(chosen);
        box.setOnAction(_ -> change(box.getValue(), with));
    }

    private <T> void change(T chosen, BiFunction<VoiceSettings, T, VoiceSettings> with) {
        settings.change(all -> all.withVoice(with.apply(all.voice(), chosen)));
    }

    private void show(Doing doing) {
        boolean runs = doing == Doing.RECORDING || doing == Doing.PLAYING;
        checkButton.setText(text.of(runs ? "settings.check.stop" : "settings.check.button"));
        checkButton.setGraphic(new FontIcon(runs ? "fth-square" : "fth-mic"));
        checkButton.setDisable(doing == Doing.MEASURING || doing == Doing.LISTENING);
        boolean listens = doing == Doing.LISTENING;
        levelButton.setText(text.of(listens ? "settings.level.stop" : "settings.level.button"));
        levelButton.setGraphic(new FontIcon(listens ? "fth-square" : "fth-bar-chart-2"));
        levelButton.setDisable(doing != Doing.NOTHING && !listens);
        delayButton.setDisable(doing != Doing.NOTHING);
    }

    @FXML
    private void check() {
        check.record();
    }

    @FXML
    private void listen() {
        check.listen();
    }

    @FXML
    private void measure() {
        check.measure();
    }

    void close() {
        check.close();
    }

    /// The name of a device, or words for the system's own choice.
    private final class DeviceNames extends StringConverter<String> {
        @Override
        public String toString(@Nullable String name) {
            return name == null || name.isEmpty() ? text.of("settings.device.system") : name;
        }

        @Override
        public String fromString(String words) {
            return words;
        }
    }
}
