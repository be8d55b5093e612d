package tincan.ui.replay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import tincan.trace.EventLog;
import tincan.trace.Payload;
import tincan.trace.export.Recording;
import tincan.trace.export.Replay;
import tincan.ui.ladder.Side;

/// A recording that is shown as a whole, or played as it happened.
///
/// Owner: the thread of the window.
public final class ReplayViewModel {
    private final Recording recording;
    private final ObjectProperty<Speed> speed = new SimpleObjectProperty<>(Speed.ONCE);
    private final ObjectProperty<Seat> seat = new SimpleObjectProperty<>(Seat.FIRST);
    private final ReadOnlyObjectWrapper<Progress> progress = new ReadOnlyObjectWrapper<>(Progress.WHOLE);
    private final ReadOnlyObjectWrapper<Duration> moment = new ReadOnlyObjectWrapper<>(Duration.ZERO);
    private final ReadOnlyObjectWrapper<List<EventLog>> logs = new ReadOnlyObjectWrapper<>(List.of());
    private final Duration length;
    private @Nullable Replay replay;

    ReplayViewModel(Recording recording) {
        this.recording = recording.ends().isEmpty() ? nothing() : recording;
        this.length = new Replay(this.recording).length();
        showWhole();
    }

    /// A file may hold no end at all.
    private static Recording nothing() {
        return new Recording(List.of(
                new Recording.End("", Duration.ZERO, List.of(), Map.of(), new Payload(0))));
    }

    /// How fast it is played.
    ObjectProperty<Speed> speedProperty() {
        return speed;
    }

    /// At which end one looks from.
    ObjectProperty<Seat> seatProperty() {
        return seat;
    }

    ReadOnlyObjectProperty<Progress> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /// How far it has been played.
    ReadOnlyObjectProperty<Duration> momentProperty() {
        return moment.getReadOnlyProperty();
    }

    /// How long it takes at the speed it had, its long pauses cut.
    Duration length() {
        return length;
    }

    /// What is shown of each end; others whenever it begins anew.
    ReadOnlyObjectProperty<List<EventLog>> logsProperty() {
        return logs.getReadOnlyProperty();
    }

    /// Whether there are two ends.
    boolean bothEnds() {
        return recording.ends().size() > 1;
    }

    /// What an end is called.
    String name(Seat end) {
        return switch (end) {
            case FIRST -> recording.ends().getFirst().name();
            case SECOND -> recording.ends().getLast().name();
        };
    }

    /// The end that one looks from, and the other if there is one.
    List<Side> sides() {
        List<Side> sides = new ArrayList<>();
        for (int i = 0; i < recording.ends().size(); i++) {
            Recording.End end = recording.ends().get(i);
            sides.add(new Side(logs.get().get(i), end.name(), end.ahead(), Duration.ZERO));
        }
        return seat.get() == Seat.SECOND ? sides.reversed() : sides;
    }

    /// Plays from the beginning, holds it, or goes on.
    void playOrPause() {
        switch (progress.get()) {
            case WHOLE -> play();
            case PLAYING -> progress.set(Progress.PAUSED);
            case PAUSED -> progress.set(Progress.PLAYING);
        }
    }

    private void play() {
        Replay begun = new Replay(recording);
        replay = begun;
        moment.set(Duration.ZERO);
        progress.set(Progress.PLAYING);
        logs.set(begun.logs());
        advance(Duration.ZERO);
    }

    /// Shows all of it.
    void showWhole() {
        replay = null;
        moment.set(length);
        progress.set(Progress.WHOLE);
        logs.set(recording.ends().stream().map(Recording.End::replayed).toList());
    }

    /// So much time went by.
    void advance(Duration real) {
        Replay playing = replay;
        if (playing == null || progress.get() != Progress.PLAYING) {
            return;
        }
        Duration now = moment.get().plus(real.multipliedBy(speed.get().times()));
        moment.set(now.compareTo(length) > 0 ? length : now);
        playing.playTo(moment.get());
        if (playing.over()) {
            // what is shown is the whole now
            replay = null;
            progress.set(Progress.WHOLE);
        }
    }
}
