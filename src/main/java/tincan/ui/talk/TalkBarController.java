package tincan.ui.talk;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;
import tincan.room.Mode;
import tincan.session.Stand;
import tincan.text.Text;
import tincan.ui.Shortcut;
import tincan.ui.control.Visibility;
import tincan.ui.talk.PushToTalk.Hand;

/// The bar under the conversation while turns are taken: the lamp, whose turn it is, how long it lasts, and the button
/// that asks for the floor or gives it back.
public final class TalkBarController {
    private static final PseudoClass MINE = PseudoClass.getPseudoClass("mine");
    /// Under this many ems of width the buttons stand below the words.
    private static final double NARROW_EMS = 38;

    private final FloorViewModel floor;
    private final VoiceViewModel voice;
    private final PushToTalk push;
    private final Text text;

    @FXML
    private StackPane talkBar;
    @FXML
    private BorderPane talkRow;
    @FXML
    private FloorLamp floorLamp;
    @FXML
    private Label floorWords;
    @FXML
    private Label floorHint;
    @FXML
    private CountdownRing floorRing;
    @FXML
    private HBox floorButtons;
    @FXML
    private Button breakInButton;
    @FXML
    private Button floorButton;
    @FXML
    private LevelMeter talkMeter;
    @FXML
    private ToggleButton latchButton;
    @FXML
    private HoldButton talkButton;

    private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");
    private String key = "";

    public TalkBarController(TalkViewModel talk, Text text) {
        this.floor = talk.floor();
        this.voice = talk.voice();
        this.push = talk.push();
        this.text = text;
    }

    @FXML
    private void initialize() {
        Visibility.follow(talkBar, floor.modeProperty().isEqualTo(Mode.WALKIE_TALKIE));
        floorWords.textProperty().bind(floor.wordsProperty());
        floor.floorProperty().subscribe(now -> {
            floorLamp.show(now);
            talkBar.pseudoClassStateChanged(MINE, now.stand() == Stand.GRANTED);
        });
        floor.limitProperty().subscribe(floorRing::count);
        floor.actionProperty().subscribe(_ -> showAction());
        floor.noticeProperty().subscribe(_ -> showHint());
        floor.wordsProperty().subscribe(_ -> announce());
        Visibility.follow(breakInButton, floor.breakableProperty());
        floorButton.disableProperty().bind(floor.ableProperty().not());
        talkBar.widthProperty().subscribe(_ -> fit());
        initializeVoice();
    }

    private void initializeVoice() {
        talkButton.onHold(() -> push.press(Hand.BUTTON), () -> push.release(Hand.BUTTON), push::toggleLatch);
        talkButton.accessibleHelpProperty().bind(said);
        floorButton.accessibleHelpProperty().bind(said);
        talkButton.disableProperty().bind(floor.ableProperty().not());
        latchButton.disableProperty().bind(floor.ableProperty().not());
        push.latchedProperty().subscribe(latchButton::setSelected);
        push.talkingProperty().subscribe(_ -> showVoice());
        voice.joinedProperty().subscribe(_ -> showVoice());
        voice.unheardProperty().subscribe(_ -> showVoice());
        floor.floorProperty().subscribe(_ -> showVoice());
        talkMeter.setAccessibleText(text.of("voice.meter.accessible"));
        talkMeter.watch(voice::level);
    }

    /// With voice one holds a button; the other one is for who has the floor, or asked for it, to write.
    private void showVoice() {
        boolean joined = voice.joinedProperty().get();
        boolean talks = push.talkingProperty().get();
        TalkSign sign = TalkSign.of(talks, floor.floorProperty().get().stand(),
                voice.unheardProperty().get().isEmpty());
        talkButton.setText(text.of("voice.talk", sign));
        talkButton.setGraphic(new FontIcon(sign.icon()));
        talkButton.showHeld(talks);
        Visibility.set(talkButton, joined);
        Visibility.set(latchButton, joined);
        Visibility.set(talkMeter, joined);
        Visibility.set(floorButton, !joined || (!talks && floor.actionProperty().get().isBack()));
        showHint();
    }

    /// The key that talks, as people call it.
    public void setKey(String name) {
        key = name;
        talkButton.setTooltip(new Tooltip(text.of("voice.talk.tooltip", name)));
        showAction();
    }

    private String hint() {
        FloorAction now = floor.actionProperty().get();
        boolean speaks = voice.joinedProperty().get()
                && (push.talkingProperty().get() || !now.isBack());
        if (speaks && now == FloorAction.OVER && !voice.unheardProperty().get().isEmpty()) {
            return voice.unheardProperty().get();
        }
        return speaks ? text.of("voice.hint", now, key) : text.of("floor.hint", now);
    }

    private void showAction() {
        FloorAction now = floor.actionProperty().get();
        floorButton.setText(text.of("floor.action", now));
        floorButton.setGraphic(new FontIcon(icon(now)));
        floorButton.setTooltip(new Tooltip(text.of("floor.tooltip", now, Shortcut.OVER.shown())));
        showHint();
    }

    private void showHint() {
        String notice = floor.noticeProperty().get();
        floorHint.setText(notice.isEmpty() ? hint() : notice);
        floorHint.pseudoClassStateChanged(PseudoClass.getPseudoClass("notice"), !notice.isEmpty());
        announce();
    }

    /// Whose turn it is and what can be done, in words; empty in a chat.
    public ReadOnlyStringProperty saidProperty() {
        return said.getReadOnlyProperty();
    }

    /// Says it to those who cannot see it, and tells that it changed. A reader speaks what has the focus.
    private void announce() {
        String words = floor.wordsProperty().get();
        said.set(words.isEmpty() ? "" : words + ". " + floorHint.getText());
        floorWords.setAccessibleText(said.get());
        floorWords.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }

    private static String icon(FloorAction action) {
        return switch (action) {
            case TAKE -> "fth-radio";
            case QUEUE -> "fth-clock";
            case CANCEL -> "fth-x";
            case OVER -> "fth-corner-down-left";
        };
    }

    /// What the bar holds is changed before it is laid out itself.
    private void fit() {
        boolean narrow = talkBar.getWidth() < floorWords.getFont().getSize() * NARROW_EMS;
        if (narrow != floorButtons.equals(talkRow.getBottom())) {
            talkRow.setRight(null);
            talkRow.setBottom(null);
            if (narrow) {
                talkRow.setBottom(floorButtons);
            } else {
                talkRow.setRight(floorButtons);
            }
        }
    }

    @FXML
    private void latch() {
        push.toggleLatch();
        latchButton.setSelected(push.latchedProperty().get());
    }

    @FXML
    private void act() {
        floor.act();
    }

    @FXML
    private void breakIn() {
        floor.breakIn();
    }
}
