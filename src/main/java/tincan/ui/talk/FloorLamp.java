package tincan.ui.talk;

import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Circle;
import org.kordamp.ikonli.javafx.FontIcon;
import tincan.session.FloorView;
import tincan.session.Stand;

/// A lamp that tells whose turn it is by its colour, its sign and whether it is filled. An ornament: the words stand
/// beside it.
///
/// Owner: the JavaFX thread.
public final class FloorLamp extends StackPane {
    private static final double RADIUS_EMS = 1.25;

    private final Circle glass = new Circle();
    private final Label sign = new Label();

    public FloorLamp() {
        getStyleClass().setAll("floor-lamp");
        glass.getStyleClass().add("floor-lamp-glass");
        sign.getStyleClass().add("floor-lamp-sign");
        glass.radiusProperty().bind(sign.fontProperty().map(font -> font.getSize() * RADIUS_EMS));
        getChildren().addAll(glass, sign);
        setMouseTransparent(true);
        setFocusTraversable(false);
    }

    /// Shows how the floor stands.
    public void show(FloorView floor) {
        String kind = floor.stand().name().toLowerCase(Locale.ROOT);
        getStyleClass().setAll("floor-lamp", kind);
        boolean waits = floor.stand() == Stand.QUEUED;
        sign.setText(waits ? Integer.toString(floor.position()) : null);
        sign.setGraphic(waits ? null : new FontIcon(icon(floor.stand())));
    }

    private static String icon(Stand stand) {
        return switch (stand) {
            case OFF, IDLE -> "fth-radio";
            case REQUESTED, QUEUED -> "fth-more-horizontal";
            case GRANTED -> "fth-mic";
            case TAKEN -> "fth-volume-2";
        };
    }
}
