package tincan.ui.lab;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import tincan.lab.Seen;

/// Whether the exercise of a lesson was done, by what really happened.
///
/// Owner: the thread of the window.
public final class CheckViewModel {
    private final Run run;
    private final ReadOnlyObjectWrapper<List<Result>> results = new ReadOnlyObjectWrapper<>(List.of());

    CheckViewModel(Run run) {
        this.run = run;
    }

    /// A goal, in words, and whether it was reached.
    record Result(String words, boolean reached) {}

    /// What was found when one looked last; empty before.
    ReadOnlyObjectProperty<List<Result>> resultsProperty() {
        return results.getReadOnlyProperty();
    }

    /// Whether all of it was done when one looked last.
    boolean done() {
        return !results.get().isEmpty() && results.get().stream().allMatch(Result::reached);
    }

    /// Looks at what happened.
    ///
    /// @param then runs when it is found
    void look(Runnable then) {
        run.background().execute(() -> {
            Seen seen = Seen.of(run.sockets().log());
            List<Result> found = run.lesson().goals().stream()
                    .map(goal -> new Result(run.text().of(goal.key()), goal.reached().test(seen))).toList();
            run.fx().execute(() -> {
                results.set(found);
                then.run();
            });
        });
    }
}
