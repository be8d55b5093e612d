package tincan.ui.talk;

import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;
import javafx.animation.AnimationTimer;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import tincan.ui.control.Visibility;

/// How loud the microphone is: bars that light up from the left, the last ones in the colours of too loud. It rises at
/// once and falls slowly, so that an eye can follow. Its timer runs only while it is seen.
///
/// Owner: the JavaFX thread.
public final class LevelMeter extends Region {
    private static final PseudoClass LIT = PseudoClass.getPseudoClass("lit");
    private static final int BARS = 16;
    /// From this bar on it is loud, and from the other too loud.
    private static final int LOUD = 12;
    private static final int TOO_LOUD = 14;
    private static final double FALL_A_SECOND = 1.2;
    private static final double GAP = 0.35;
    /// The quietest level that is shown, in dBFS.
    private static final double QUIETEST = -54;

    private final List<Region> bars = IntStream.range(0, BARS).mapToObj(LevelMeter::bar).toList();
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            tick(now);
        }
    };
    private DoubleSupplier level = () -> 0;
    private double shown;
    private long lastTick;

    public LevelMeter() {
        getStyleClass().add("level-meter");
        setAccessibleRole(AccessibleRole.TEXT);
        getChildren().addAll(bars);
        Visibility.seen(this).subscribe(this::run);
    }

    private static Region bar(int index) {
        Region bar = new Region();
        bar.getStyleClass().add("level-bar");
        if (index >= TOO_LOUD) {
            bar.getStyleClass().add("too-loud");
        } else if (index >= LOUD) {
            bar.getStyleClass().add("loud");
        }
        bar.setManaged(false);
        return bar;
    }

    /// Watches a level, as an amplitude from 0 to 1, for as long as it is seen itself.
    public void watch(DoubleSupplier now) {
        level = now;
    }

    private void run(boolean seen) {
        if (seen) {
            lastTick = 0;
            timer.start();
        } else {
            timer.stop();
        }
    }

    private void tick(long now) {
        double seconds = lastTick == 0 ? 0 : (now - lastTick) / 1e9;
        lastTick = now;
        shown = Math.max(part(level.getAsDouble()), shown - FALL_A_SECOND * seconds);
        int lit = (int) Math.ceil(shown * BARS - 0.01);
        for (int i = 0; i < BARS; i++) {
            bars.get(i).pseudoClassStateChanged(LIT, i < lit);
        }
    }

    /// Ears hear ratios: the bars are even in decibels.
    private static double part(double amplitude) {
        return amplitude <= 0 ? 0 : Math.clamp(1 - 20 * Math.log10(amplitude) / QUIETEST, 0, 1);
    }

    @Override
    protected void layoutChildren() {
        double step = getWidth() / (BARS - GAP);
        for (int i = 0; i < BARS; i++) {
            double left = Math.rint(i * step);
            bars.get(i).resizeRelocate(left, 0, Math.max(1, Math.rint(i * step + step * (1 - GAP)) - left),
                    getHeight());
        }
    }
}
