package tincan.ui.ladder;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import tincan.session.FarEnds;
import tincan.session.FarState;

/// Whose other ends a ladder shows: one on this computer, or those that a host's guests show.
///
/// Owner: the thread of the window.
public final class FarViewModel {
    private final Optional<FarEnds> ends;
    private final LadderViewModel ladder;
    private final ReadOnlyBooleanWrapper available = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<FarState> state = new ReadOnlyObjectWrapper<>(FarState.NOBODY);

    /// @param ends those that may be asked; empty where nobody can be
    public FarViewModel(Optional<FarEnds> ends, LadderViewModel ladder) {
        this.ends = ends;
        this.ladder = ladder;
        available.set(ends.isPresent());
        ladder.pictureProperty().subscribe(_ -> refresh());
    }

    /// Shows an end on this computer; then nobody needs to be asked.
    public void see(Side other) {
        available.set(false);
        ladder.setFar(List.of(other));
    }

    /// What guests show has changed, or how it stands with one.
    public void changed() {
        if (available.get()) {
            List<Side> sides = new ArrayList<>();
            ends.ifPresent(known -> known.all()
                    .forEach(end -> sides.add(new Side(end.log(), end.name(), end.ahead(), end.error()))));
            ladder.setFar(sides);
        }
        refresh();
    }

    private void refresh() {
        state.set(ends.map(known -> known.state(shown())).orElse(FarState.NOBODY));
    }

    private String shown() {
        return ladder.pictureProperty().get().connection();
    }

    /// Asks for the other end of the connection that is shown.
    public void ask() {
        ends.ifPresent(known -> known.ask(shown()));
        refresh();
    }

    /// Whether this side may ask at all.
    public ReadOnlyBooleanProperty availableProperty() {
        return available.getReadOnlyProperty();
    }

    /// How it stands with the other end of the connection that is shown.
    public ReadOnlyObjectProperty<FarState> stateProperty() {
        return state.getReadOnlyProperty();
    }
}
