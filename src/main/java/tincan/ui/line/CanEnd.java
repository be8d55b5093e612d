package tincan.ui.line;

import javafx.geometry.Point2D;
import javafx.scene.Group;
import javafx.scene.transform.Rotate;
import javafx.scene.transform.Scale;
import javafx.scene.transform.Translate;
import tincan.ui.TinCan;

/// One can at its place: turned about its middle, and mirrored at the far end.
final class CanEnd extends Group {
    /// Where the knot is, right of the can's middle, as a part of its height.
    private static final double KNOT = 188.0 / 160 - TinCan.ASPECT / 2;

    private final TinCan can;
    private final Translate place = new Translate();
    private final Rotate turn = new Rotate();
    private final double side;
    private double height;

    CanEnd(String label, boolean mirrored) {
        can = new TinCan(label);
        side = mirrored ? -1 : 1;
        getChildren().add(can);
        getTransforms().addAll(place, turn, new Scale(side, 1));
        setManaged(false);
        setMouseTransparent(true);
    }

    void setHeight(double now) {
        height = now;
        can.setHeight(now);
        can.setTranslateX(-length() / 2);
        can.setTranslateY(-now / 2);
    }

    double length() {
        return height * TinCan.ASPECT;
    }

    /// Puts its middle there, turned by `degrees` clockwise.
    void place(double x, double y, double degrees) {
        place.setX(x);
        place.setY(y);
        turn.setAngle(degrees);
    }

    /// Where the string is tied, in the coordinates of the line.
    Point2D knot() {
        return localToParent(KNOT * height, 0);
    }
}
