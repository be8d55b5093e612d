package tincan.ui.opening;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import tincan.session.SessionFailure;

/// The state of opening something: at rest, under way, or failed. One attempt at a time; the latest counts. All but the
/// attempt itself happens on the JavaFX thread.
///
/// @param <T> what is open then
public final class Opening<T> {
    private final Executor background;
    private final Executor fx;
    private final Consumer<T> opened;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<SessionFailure>> failure = new ReadOnlyObjectWrapper<>(
            Optional.empty());
    private @Nullable Attempt<T> current;
    /// The number of the attempt that counts; one given up has a lower number.
    private int turn;

    /// @param background where attempts run
    /// @param opened gets what was opened, on the JavaFX thread
    public Opening(Executor background, Executor fx, Consumer<T> opened) {
        this.background = background;
        this.fx = fx;
        this.opened = opened;
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /// Why the last attempt failed; empty while one is under way.
    public ReadOnlyObjectProperty<Optional<SessionFailure>> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /// A listener for what the next attempt tells while it is under way: `told` hears it on the JavaFX thread, and
    /// nothing once the attempt is over or given up.
    public <E> Consumer<E> meanwhile(Consumer<E> told) {
        int mine = turn;
        return event -> fx.execute(() -> {
            if (mine == turn) {
                told.accept(event);
            }
        });
    }

    /// Begins `attempt`, unless another is under way.
    public void begin(Attempt<T> attempt) {
        if (busy.get()) {
            return;
        }
        current = attempt;
        failure.set(Optional.empty());
        busy.set(true);
        int mine = turn;
        background.execute(() -> run(attempt, mine));
    }

    /// Gives up the attempt under way, if there is one.
    public void cancel() {
        Attempt<T> abandoned = current;
        if (abandoned != null) {
            rest();
            background.execute(abandoned::abandon);
        }
    }

    private void run(Attempt<T> attempt, int mine) {
        try {
            T result = attempt.open();
            fx.execute(() -> succeeded(attempt, mine, result));
        } catch (SessionFailure e) {
            fx.execute(() -> failed(mine, e));
        }
    }

    private void succeeded(Attempt<T> attempt, int mine, T result) {
        if (mine == turn) {
            rest();
            opened.accept(result);
        } else {
            background.execute(attempt::abandon);
        }
    }

    private void failed(int mine, SessionFailure why) {
        if (mine == turn) {
            rest();
            failure.set(Optional.of(why));
        }
    }

    private void rest() {
        turn++;
        current = null;
        busy.set(false);
    }
}
