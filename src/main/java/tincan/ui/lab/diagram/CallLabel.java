package tincan.ui.lab.diagram;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.javafx.FontIcon;
import tincan.text.Text;

/// A call of the picture: its name, how often it was made, and by sign and word how it stands.
final class CallLabel extends Label {
    private static final PseudoClass NEWEST = PseudoClass.getPseudoClass("newest");

    private final Station station;
    private final Text text;
    private final Tooltip tip = new Tooltip();

    CallLabel(Station station, Text text) {
        this.station = station;
        this.text = text;
        setId(DiagramControl.id(station));
        setAlignment(Pos.CENTER);
        tip.setWrapText(true);
        setTooltip(tip);
        show(Light.OFF);
    }

    void show(Light light) {
        Light.State state = light.state();
        getStyleClass().setAll("label", "model-call", style(state));
        pseudoClassStateChanged(NEWEST, light.newest());
        int count = light.returned() + light.failed();
        String name = count > 1 ? text.of("lab.model.count", station.name(), count) : station.name();
        String word = text.of("lab.light", state);
        boolean told = state == Light.State.IDLE || state == Light.State.RETURNED;
        setText(told ? name : text.of("lab.model.call", station.name(), word));
        setGraphic(state == Light.State.IDLE ? null : new FontIcon(icon(state)));
        String meaning = text.of("lab.call", station.call());
        tip.setText(text.of("lab.model.tooltip", station.name(), meaning));
        setAccessibleText(text.of("lab.model.accessible", text.of("lab.column", station.column()), name, word));
    }

    private static String style(Light.State state) {
        return switch (state) {
            case IDLE -> "idle";
            case RETURNED -> "returned";
            case FAILED -> "failed";
            case RUNNING -> "running";
            case HELD -> "held";
        };
    }

    private static String icon(Light.State state) {
        return switch (state) {
            case IDLE -> "fth-circle";
            case RETURNED -> "fth-check";
            case FAILED -> "fth-alert-triangle";
            case RUNNING -> "fth-clock";
            case HELD -> "fth-pause";
        };
    }
}
