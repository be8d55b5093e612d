package tincan.ui;

import java.time.Duration;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;

/// Whole seconds on their way down to nothing. Owner: the thread of the window.
public final class Countdown {
    private final Executor aSecondLater;
    private final ReadOnlyLongWrapper left = new ReadOnlyLongWrapper();
    /// The number of the count that goes on; one that was stopped has a lower number.
    private int turn;

    /// @param aSecondLater runs work on the thread of the window when a second has gone by
    public Countdown(Executor aSecondLater) {
        this.aSecondLater = aSecondLater;
    }

    /// How many seconds are left; 0 when it is over, or stopped.
    public ReadOnlyLongProperty leftProperty() {
        return left.getReadOnlyProperty();
    }

    /// Begins anew; a part of a second counts as a whole one.
    public void begin(Duration from) {
        turn++;
        left.set(Math.max(0, from.plusMillis(999).toSeconds()));
        await(turn);
    }

    public void stop() {
        turn++;
        left.set(0);
    }

    private void await(int mine) {
        if (left.get() > 0) {
            aSecondLater.execute(() -> tick(mine));
        }
    }

    private void tick(int mine) {
        if (mine == turn) {
            left.set(left.get() - 1);
            await(mine);
        }
    }
}
