package tincan.ui.talk;

import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;
import tincan.room.Mode;
import tincan.session.Stand;
import tincan.text.Text;
import tincan.ui.control.Visibility;

/// The bar under the conversation while turns are taken: the lamp, whose turn it is, how long it lasts, and the button
/// that asks for the floor or gives it back.
public final class TalkBarController {
    private static final PseudoClass MINE = PseudoClass.getPseudoClass("mine");
    /// Under this many ems of width the buttons stand below the words.
    private static final double NARROW_EMS = 38;

    private final FloorViewModel floor;
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

    public TalkBarController(FloorViewModel floor, Text text) {
        this.floor = floor;
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
    }

    private void showAction() {
        FloorAction now = floor.actionProperty().get();
        floorButton.setText(text.of("floor.action", now));
        floorButton.setGraphic(new FontIcon(icon(now)));
        floorButton.setTooltip(new Tooltip(text.of("floor.tooltip", now)));
        showHint();
    }

    private void showHint() {
        String notice = floor.noticeProperty().get();
        floorHint.setText(notice.isEmpty() ? text.of("floor.hint", floor.actionProperty().get()) : notice);
        floorHint.pseudoClassStateChanged(PseudoClass.getPseudoClass("notice"), !notice.isEmpty());
        announce();
    }

    /// Says it to those who cannot see it, and tells that it changed.
    private void announce() {
        floorWords.setAccessibleText(floor.wordsProperty().get() + ". " + floorHint.getText());
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
    private void act() {
        floor.act();
    }

    @FXML
    private void breakIn() {
        floor.breakIn();
    }
}
