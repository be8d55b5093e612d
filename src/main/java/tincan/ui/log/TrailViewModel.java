package tincan.ui.log;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import tincan.trace.Subject;
import tincan.trace.Ties;
import tincan.trace.TraceEvent;
import tincan.ui.bytes.BytesViewModel;
import tincan.ui.bytes.Dissection;
import tincan.ui.bytes.Dissector;

/// From a message to the rows of the log that carried it, and from a row to the messages it carried.
///
/// Owner: the thread of the window.
public final class TrailViewModel {
    private final TieFinder finder;
    private final LogViewModel log;
    private final BytesViewModel bytes;
    private final TrailWords words;
    private final ReadOnlyStringWrapper story = new ReadOnlyStringWrapper("");
    private Consumer<Set<Subject>> onFollowed = _ -> {
    };
    private Consumer<Set<Subject>> onCarried = _ -> {
    };

    /// @param log the rows, which it marks
    /// @param bytes shows those of the row chosen
    public TrailViewModel(TieFinder finder, LogViewModel log, BytesViewModel bytes, TrailWords words) {
        this.finder = finder;
        this.log = log;
        this.bytes = bytes;
        this.words = words;
    }

    /// What was found of a message.
    private record Trail(List<TraceEvent> rows, List<Dissection> first, String story) {}

    /// What was found of a row.
    private record Row(TraceEvent event, Dissection dissection, Set<Subject> messages) {}

    /// Is told which message is followed, none if it is no longer; it stands where the user clicked.
    public void onFollowed(Consumer<Set<Subject>> action) {
        onFollowed = action;
    }

    /// Is told which messages a row carried that the user chose; each as its author and its author's number for it.
    public void onCarried(Consumer<Set<Subject>> action) {
        onCarried = action;
    }

    /// The way of the message that is followed, in words; empty if none is.
    public ReadOnlyStringProperty storyProperty() {
        return story.getReadOnlyProperty();
    }

    BytesViewModel bytes() {
        return bytes;
    }

    /// Marks all rows that carried a message, brings the first into view, and shows the bytes of its first frame.
    public void follow(Spoken spoken) {
        finder.ask(ties -> trail(ties, spoken), trail -> show(spoken, trail));
    }

    private Trail trail(Ties ties, Spoken spoken) {
        Carriers carriers = new Carriers(finder.log(), ties);
        List<TraceEvent> frames = carriers.frames(spoken);
        return new Trail(carriers.rows(frames),
                frames.stream().limit(1).map(new Dissector(finder.log(), ties)::of).toList(),
                words.of(spoken, frames));
    }

    private void show(Spoken spoken, Trail trail) {
        log.mark(trail.rows());
        story.set(trail.story());
        onFollowed.accept(Set.of(new Subject(0, spoken.id(), spoken.member())));
        trail.first().forEach(this::show);
        trail.rows().stream().limit(1)
                .forEach(first -> log.reveal(first, trail.first().getFirst().event()));
    }

    private void show(Dissection dissection) {
        bytes.show(dissection, log.words().heading(dissection.event()));
    }

    /// Shows the bytes of a row that the user chose, and tells which messages it carried. A message that is followed is
    /// followed on if the row is one of its own.
    public void choose(TraceEvent event) {
        if (!log.marked(event)) {
            unmark();
        }
        finder.ask(ties -> new Row(event, new Dissector(finder.log(), ties).of(event),
                new Carriers(finder.log(), ties).messages(event)), this::show);
    }

    private void show(Row row) {
        show(row.dissection());
        onCarried.accept(row.messages());
        log.select(row.event());
    }

    /// Follows no message any more.
    public void forget() {
        finder.drop();
        unmark();
        onFollowed.accept(Set.of());
    }

    private void unmark() {
        log.mark(List.of());
        story.set("");
    }
}
