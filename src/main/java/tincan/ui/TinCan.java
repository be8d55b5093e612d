package tincan.ui;

import javafx.scene.Group;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Ellipse;
import javafx.scene.shape.SVGPath;
import javafx.scene.transform.Scale;

/// A tin can lying on its side, drawn after the program's icon: its mouth at the left, the string's knot in its bottom
/// at the right. Coloured by the style sheets.
public final class TinCan extends Group {
    /// The width of a can by its height.
    public static final double ASPECT = 191.0 / 160;

    private static final double HEIGHT = 160;
    private static final double LEFT = 15;
    private static final double TOP = 176;

    private final Scale scale = new Scale();

    /// @param label the style class of its paper label: `near` or `far`
    public TinCan(String label) {
        Group can = new Group(shape("can-body", "M44 176H174A29 80 0 0 1 174 336H44A29 80 0 0 1 44 176z"),
                shape("can-label", "M86 176A29 80 0 0 1 86 336H150A29 80 0 0 0 150 176z", label),
                shape("can-rim", "M68 176A29 80 0 0 1 68 336M168 176A29 80 0 0 1 168 336"),
                ellipse("can-lip", 44, 29, 80), ellipse("can-inside", 46, 19, 63), knot());
        can.setTranslateX(-LEFT);
        can.setTranslateY(-TOP);
        Group scaled = new Group(can);
        scaled.getTransforms().add(scale);
        getChildren().add(scaled);
        setMouseTransparent(true);
    }

    /// Draws it `height` high.
    public void setHeight(double height) {
        scale.setX(height / HEIGHT);
        scale.setY(height / HEIGHT);
    }

    private static SVGPath shape(String kind, String outline, String... more) {
        SVGPath shape = new SVGPath();
        shape.setContent(outline);
        shape.getStyleClass().add(kind);
        shape.getStyleClass().addAll(more);
        return shape;
    }

    private static Ellipse ellipse(String kind, double x, double radiusX, double radiusY) {
        Ellipse ellipse = new Ellipse(x, TOP + HEIGHT / 2, radiusX, radiusY);
        ellipse.getStyleClass().add(kind);
        return ellipse;
    }

    private static Circle knot() {
        Circle knot = new Circle(203, TOP + HEIGHT / 2, 11);
        knot.getStyleClass().add("can-knot");
        return knot;
    }
}
