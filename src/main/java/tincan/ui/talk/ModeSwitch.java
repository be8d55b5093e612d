package tincan.ui.talk;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;
import tincan.room.Mode;
import tincan.text.Text;
import tincan.ui.control.SegmentedChoice;
import tincan.ui.control.Visibility;

/// Chat or walkie-talkie: a switch at the host, a sign at a guest, who sees it only once turns are taken.
///
/// Owner: the JavaFX thread.
public final class ModeSwitch extends HBox {

    public ModeSwitch() {
        getStyleClass().add("mode-switch");
    }

    /// Shows the mode of a session, and lets a host change it.
    public void show(FloorViewModel floor, Text text) {
        if (floor.choosesMode()) {
            offer(floor, text);
        } else {
            sign(floor, text);
        }
    }

    private void offer(FloorViewModel floor, Text text) {
        SegmentedChoice<Mode> choice = new SegmentedChoice<>();
        choice.setId("modeChoice");
        choice.setAccessibleText(text.of("mode.switch.accessible"));
        choice.offer(List.of(Mode.values()), floor.modeProperty().get(), each -> text.of("mode.name", each),
                floor::choose);
        choice.adorn(each -> new FontIcon(icon(each)));
        floor.modeProperty().subscribe(choice::choose);
        Tooltip.install(choice, new Tooltip(text.of("mode.switch.tooltip")));
        getChildren().setAll(choice);
    }

    private void sign(FloorViewModel floor, Text text) {
        Label sign = new Label(text.of("mode.name", Mode.WALKIE_TALKIE), new FontIcon(icon(Mode.WALKIE_TALKIE)));
        sign.setId("modeSign");
        sign.getStyleClass().addAll("tc-badge", "mode-sign");
        sign.setMinWidth(USE_PREF_SIZE);
        sign.setTooltip(new Tooltip(text.of("mode.sign.tooltip")));
        Visibility.follow(sign, floor.modeProperty().isEqualTo(Mode.WALKIE_TALKIE));
        getChildren().setAll(sign);
    }

    private static String icon(Mode mode) {
        return switch (mode) {
            case CHAT -> "fth-message-circle";
            case WALKIE_TALKIE -> "fth-radio";
        };
    }
}
