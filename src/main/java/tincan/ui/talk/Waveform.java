package tincan.ui.talk;

import java.util.List;
import javafx.scene.layout.Region;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import tincan.voice.Transmission;

/// How loud a transmission was, from its beginning to its end: a stroke a part, as high as its loudest sound.
///
/// Owner: the JavaFX thread.
public final class Waveform extends Region {
    /// Even silence is seen.
    private static final double LEAST = 0.06;

    private final Path strokes = new Path();
    private List<Float> peaks = List.of();

    public Waveform() {
        getStyleClass().add("waveform");
        strokes.getStyleClass().add("waveform-strokes");
        strokes.setManaged(false);
        getChildren().add(strokes);
        setMouseTransparent(true);
    }

    /// Draws these.
    ///
    /// @param now each from 0 to 1; none draws a flat line
    public void show(List<Float> now) {
        peaks = now;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        strokes.getElements().clear();
        int count = peaks.isEmpty() ? Transmission.PEAKS : peaks.size();
        double step = getWidth() / count;
        double middle = getHeight() / 2;
        for (int i = 0; i < count; i++) {
            double high = middle * Math.max(LEAST, peaks.isEmpty() ? 0 : Math.sqrt(peaks.get(i)));
            double left = step * (i + 0.5);
            strokes.getElements().addAll(new MoveTo(left, middle - high), new LineTo(left, middle + high));
        }
    }
}
