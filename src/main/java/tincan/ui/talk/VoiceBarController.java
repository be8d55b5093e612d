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
        voice.mutedProperty().subscribe(_ -> showMuted());
        voice.unheardProperty().subscribe(_ -> showMuted());
        voiceWords.textProperty().bind(voice.heardProperty());
        voiceMeter.setAccessibleText(text.of("voice.meter.accessible"));
        voiceMeter.watch(voice::level);
    }

    private void showMuted() {
        boolean muted = voice.mutedProperty().get();
        String unheard = voice.unheardProperty().get();
        muteButton.setSelected(muted);
        muteButton.setText(text.of(muted ? "voice.muted.button" : "voice.open.button"));
        muteButton.setGraphic(new FontIcon(muted ? "fth-mic-off" : "fth-mic"));
        String open = unheard.isEmpty() ? text.of("voice.open.tooltip") : unheard;
        muteButton.setTooltip(new Tooltip(muted ? text.of("voice.muted.tooltip") : open));
    }

    @FXML
    private void mute() {
        voice.mute(muteButton.isSelected());
    }
}
