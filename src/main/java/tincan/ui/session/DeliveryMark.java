package tincan.ui.session;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.Shape;

/// How far a text has come, as a sign: a clock, one tick, two ticks, a cross. Its size is its font's.
final class DeliveryMark extends Region {
    /// The signs are drawn on a ground this wide and high.
    private static final double WIDTH = 20;
    private static final double HEIGHT = 14;

    private final List<Shape> clock = List.of(new Circle(11, 7, 6), new Polyline(11, 3.6, 11, 7.2, 13.6, 8.8));
    private final List<Shape> tick = List.of(new Polyline(5, 7.5, 8.5, 11, 16, 3));
    private final List<Shape> ticks = List.of(new Polyline(1, 7.5, 4.5, 11, 12, 3),
            new Polyline(8.8, 10, 10, 11, 18, 3));

    private final List<Shape> cross = List.of(new Polyline(6, 3, 14, 11), new Polyline(14, 3, 6, 11));

    DeliveryMark() {
        getStyleClass().add("delivery-mark");
        List.of(clock, tick, ticks, cross).forEach(shapes -> shapes.forEach(this::add));
    }

    private void add(Shape shape) {
        shape.getStyleClass().add("delivery-stroke");
        shape.setManaged(false);
        shape.setVisible(false);
        getChildren().add(shape);
    }

    void show(Delivery delivery) {
        getChildren().forEach(node -> node.setVisible(false));
        List<Shape> shown = switch (delivery) {
            case QUEUED -> clock;
            case SENT -> tick;
            case DELIVERED -> ticks;
            case NOT_SENT -> cross;
        };
        shown.forEach(node -> node.setVisible(true));
    }

    @Override
    protected void layoutChildren() {
        double scale = Math.min(getWidth() / WIDTH, getHeight() / HEIGHT);
        for (Node node : getChildren()) {
            node.getTransforms().setAll(new javafx.scene.transform.Scale(scale, scale));
        }
    }
}
