package tincan.ui.lab;

import java.time.Duration;
import java.util.List;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import tincan.lab.socket.Pace;
import tincan.lab.socket.Pace.Held;
import tincan.ui.Batch;

/// How quickly the calls of a lesson are made, and which of them wait.
///
/// Owner: the thread of the window.
public final class PaceViewModel {
    /// The slowest and the quickest slow motion, in seconds.
    static final double SLOWEST = 5;
    static final double QUICKEST = 0.2;

    private final Pace pace;
    private final ReadOnlyObjectWrapper<Pace.Mode> mode;
    private final ReadOnlyObjectWrapper<List<Held>> held = new ReadOnlyObjectWrapper<>(List.of());
    private final DoubleProperty seconds = new SimpleDoubleProperty(1);
    private final Runnable subscription;

    PaceViewModel(Run run) {
        this.pace = run.sockets().pace();
        this.mode = new ReadOnlyObjectWrapper<>(pace.mode());
        seconds.subscribe(now -> pace.slow(Duration.ofMillis(
                Math.round(Math.clamp(now.doubleValue(), QUICKEST, SLOWEST) * 1_000))));
        this.subscription = pace.onChange(new Batch(run.fx(), this::refresh)::trigger);
    }

    private void refresh() {
        mode.set(pace.mode());
        held.set(pace.held());
    }

    void choose(Pace.Mode chosen) {
        pace.mode(chosen);
    }

    /// Lets the call go on that has waited longest.
    void step() {
        pace.step();
    }

    ReadOnlyObjectProperty<Pace.Mode> modeProperty() {
        return mode.getReadOnlyProperty();
    }

    /// The calls that wait, the longest first.
    public ReadOnlyObjectProperty<List<Held>> heldProperty() {
        return held.getReadOnlyProperty();
    }

    /// How long a call waits in slow motion.
    DoubleProperty secondsProperty() {
        return seconds;
    }

    void close() {
        subscription.run();
    }
}
