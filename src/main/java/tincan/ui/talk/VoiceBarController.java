package tincan.ui.talk;

import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import org.kordamp.ikonli.javafx.FontIcon;
import tincan.room.Mode;
import tincan.text.Text;
import tincan.ui.control.Visibility;

/// The bar under a chat that has voice: the microphone, open or off, and who is heard.
public final class VoiceBarController {
    private final FloorViewModel floor;
    private final VoiceViewModel voice;
    private final Text text;

    @FXML
    private Pane voiceBar;
    @FXML
    private ToggleButton muteButton;
    @FXML
    private Label voiceWords;
    @FXML
    private LevelMeter voiceMeter;

    public VoiceBarController(TalkViewModel talk, Text text) {
        this.floor = talk.floor();
        this.voice = talk.voice();
        this.text = text;
    }

    @FXML
    private void initialize() {
        Visibility.follow(voiceBar, Bindings.createBooleanBinding(
                () -> voice.joinedProperty().get() && floor.modeProperty().get() == Mode.CHAT,
                voice.joinedProperty(), floor.modeProperty()));
        voice.mutedProperty().subscribe(this::showMuted);
        voiceWords.textProperty().bind(voice.heardProperty());
        voiceMeter.setAccessibleText(text.of("voice.meter.accessible"));
        voiceMeter.watch(voice::level);
    }

    private void showMuted(boolean muted) {
        muteButton.setSelected(muted);
        muteButton.setText(text.of(muted ? "voice.muted.button" : "voice.open.button"));
        muteButton.setGraphic(new FontIcon(muted ? "fth-mic-off" : "fth-mic"));
        muteButton.setTooltip(new Tooltip(text.of(muted ? "voice.muted.tooltip" : "voice.open.tooltip")));
    }

    @FXML
    private void mute() {
        voice.mute(muteButton.isSelected());
    }
}
