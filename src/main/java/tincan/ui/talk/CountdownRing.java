package tincan.ui.talk;

import javafx.animation.AnimationTimer;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Arc;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.Circle;
import tincan.ui.talk.FloorViewModel.Limit;

/// A ring that empties while a turn lasts, with the seconds that are left in it. Its timer runs only while it counts.
///
/// Owner: the JavaFX thread.
public final class CountdownRing extends Region {
    private static final PseudoClass LATE = PseudoClass.getPseudoClass("late");
    /// From here on it warns, as the host does.
    private static final long LATE_SECONDS = 5;
    private static final double SECOND = 1e9;
    private static final double SIZE_EMS = 2.7;

    private final Circle ground = new Circle();
    private final Arc rest = new Arc();
    private final Label seconds = new Label();
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            draw();
        }
    };
    private Limit limit = Limit.NONE;

    public CountdownRing() {
        getStyleClass().add("countdown-ring");
        ground.getStyleClass().add("countdown-ground");
        rest.getStyleClass().add("countdown-rest");
        seconds.getStyleClass().add("countdown-seconds");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        rest.setType(ArcType.OPEN);
        rest.setStartAngle(90);
        getChildren().addAll(ground, rest, seconds);
        seconds.fontProperty().subscribe(_ -> requestLayout());
        sceneProperty().subscribe(scene -> {
            if (scene == null) {
                timer.stop();
            }
        });
    }

    /// Counts down to the end of `now`; shows nothing for [Limit#NONE].
    public void count(Limit now) {
        limit = now;
        boolean counts = now.whole() > 0;
        setVisible(counts);
        setManaged(counts);
        if (counts) {
            draw();
            timer.start();
        } else {
            timer.stop();
        }
    }

    private void draw() {
        long left = Math.max(0, limit.ends() - System.nanoTime());
        long whole = (long) Math.ceil(left / SECOND);
        rest.setLength(360.0 * Math.min(1, (double) left / limit.whole()));
        seconds.setText(Long.toString(whole));
        pseudoClassStateChanged(LATE, whole <= LATE_SECONDS);
        if (left == 0) {
            timer.stop();
        }
    }

    private double size() {
        return Math.ceil(seconds.getFont().getSize() * SIZE_EMS);
    }

    @Override
    protected double computePrefWidth(double height) {
        return size();
    }

    @Override
    protected double computePrefHeight(double width) {
        return size();
    }

    @Override
    protected double computeMinWidth(double height) {
        return size();
    }

    @Override
    protected double computeMinHeight(double width) {
        return size();
    }

    @Override
    protected void layoutChildren() {
        double middle = Math.min(getWidth(), getHeight()) / 2;
        double radius = middle - rest.getStrokeWidth();
        ground.setCenterX(middle);
        ground.setCenterY(middle);
        ground.setRadius(radius);
        rest.setCenterX(middle);
        rest.setCenterY(middle);
        rest.setRadiusX(radius);
        rest.setRadiusY(radius);
        double width = seconds.prefWidth(-1);
        double height = seconds.prefHeight(-1);
        seconds.resizeRelocate(Math.rint(middle - width / 2), Math.rint(middle - height / 2), width, height);
    }
}
