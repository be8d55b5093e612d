package tincan.ui.session;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import tincan.text.Text;
import tincan.ui.ShownText;
import tincan.ui.session.Row.Spoken;
import tincan.ui.talk.VoiceViewModel;
import tincan.ui.talk.Waveform;
import tincan.voice.Transmission;

/// What was said aloud in one turn: who, how long, how loud, and a button to hear it again while it is kept.
///
/// Owner: the JavaFX thread.
final class SpokenBubble extends VBox {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final PseudoClass OWN = PseudoClass.getPseudoClass("own");
    private static final PseudoClass GONE = PseudoClass.getPseudoClass("gone");
    private static final PseudoClass PLAYING = PseudoClass.getPseudoClass("playing");

    private final Text text;
    private final ZoneId zone;
    private final VoiceViewModel voice;
    private final Label name = new Label();
    private final Button play = new Button();
    private final Waveform waveform = new Waveform();
    private final Label facts = new Label();
    private @Nullable Spoken said;

    SpokenBubble(Text text, ZoneId zone, VoiceViewModel voice) {
        this.text = text;
        this.zone = zone;
        this.voice = voice;
        getStyleClass().addAll("message", "spoken");
        name.getStyleClass().add("message-name");
        play.getStyleClass().addAll("flat", "spoken-play");
        facts.getStyleClass().add("spoken-facts");
        facts.setMinWidth(USE_PREF_SIZE);
        play.setMinWidth(USE_PREF_SIZE);
        play.setOnAction(_ -> toggle());
        HBox body = new HBox(play, waveform, facts);
        body.getStyleClass().addAll("bubble", "spoken-body");
        body.setMaxWidth(USE_PREF_SIZE);
        getChildren().addAll(name, body);
    }

    void show(Spoken now) {
        said = now;
        pseudoClassStateChanged(OWN, now.mine());
        PersonColour.paint(this, now.member());
        setAlignment(now.mine() ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
        name.setText(ShownText.of(now.from()));
        name.setVisible(!now.mine());
        name.setManaged(!now.mine());
        facts.setText(text.of("conversation.spoken.facts", seconds(now), TIME.format(now.at().atZone(zone))));
        play.setId("play-" + now.epoch());
        showState();
    }

    /// Shows whether it can be heard, and is.
    void showState() {
        Spoken now = said;
        if (now == null) {
            return;
        }
        Optional<Transmission> kept = voice.transmission(now.epoch());
        boolean plays = voice.plays(now.epoch());
        pseudoClassStateChanged(GONE, kept.isEmpty());
        pseudoClassStateChanged(PLAYING, plays);
        waveform.show(kept.map(Transmission::peaks).orElse(List.of()));
        play.setDisable(kept.isEmpty());
        play.setGraphic(new FontIcon(plays ? "fth-square" : "fth-play"));
        String does = text.of(plays ? "conversation.spoken.stop" : "conversation.spoken.play");
        play.setTooltip(new Tooltip(does));
        play.setAccessibleText(does);
    }

    private void toggle() {
        Spoken now = said;
        if (now != null) {
            voice.togglePlay(now.epoch());
        }
    }

    /// What a screen reader says.
    String spoken() {
        Spoken now = said;
        return now == null
                ? ""
                : text.of("conversation.spoken.accessible", ShownText.of(now.from()),
                        TIME.format(now.at().atZone(zone)), seconds(now),
                        text.of(voice.transmission(now.epoch()).isPresent()
                                ? "conversation.spoken.kept"
                                : "conversation.spoken.gone"));
    }

    private static long seconds(Spoken now) {
        return Math.ceilDiv(now.length().toMillis(), 1000);
    }
}
