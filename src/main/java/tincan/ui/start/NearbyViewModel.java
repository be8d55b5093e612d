package tincan.ui.start;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import tincan.text.Text;
import tincan.ui.Batch;
import tincan.ui.Nearby;
import tincan.ui.Nearby.Found;
import tincan.ui.Nearby.NearbySession;
import tincan.ui.Nearby.Status;

/// The sessions found on this network, in the order they were first seen, so that none jumps away under a pointer.
///
/// Owner: the thread of the window.
public final class NearbyViewModel {
    /// So many are shown; anybody can announce anything.
    static final int MOST = 50;

    private final Text text;
    private final ObservableList<NearbySession> rows = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");
    private final BooleanProperty held = new SimpleBooleanProperty();
    /// Written by whoever finds, read by the thread of the window.
    private volatile Found newest = new Found(Status.LISTENING, List.of());
    private final Runnable stop;

    NearbyViewModel(Nearby nearby, Executor fx, Text text) {
        this.text = text;
        held.subscribe(_ -> show());
        Batch batch = new Batch(fx, this::show);
        stop = nearby.watch(found -> {
            newest = found;
            batch.trigger();
        });
    }

    /// What was found.
    public ObservableList<NearbySession> rows() {
        return rows;
    }

    /// What to say where no row says it: that it goes on looking, or that it cannot; otherwise empty.
    public ReadOnlyStringProperty statusProperty() {
        return status.getReadOnlyProperty();
    }

    /// Whether the pointer or the focus is on the rows: none goes away meanwhile.
    public BooleanProperty heldProperty() {
        return held;
    }

    void close() {
        stop.run();
    }

    private void show() {
        Found found = newest;
        if (!held.get()) {
            Set<String> there = found.sessions().stream().map(NearbySession::id).collect(Collectors.toSet());
            rows.removeIf(row -> !there.contains(row.id()));
        }
        renew(found.sessions());
        add(found.sessions());
        boolean silent = found.status() == Status.LISTENING && !rows.isEmpty();
        status.set(silent ? "" : text.of("start.nearby.status", found.status()));
    }

    private void renew(List<NearbySession> sessions) {
        for (NearbySession session : sessions) {
            for (int i = 0; i < rows.size(); i++) {
                if (rows.get(i).id().equals(session.id()) && !rows.get(i).equals(session)) {
                    rows.set(i, session);
                }
            }
        }
    }

    private void add(List<NearbySession> sessions) {
        Set<String> shown = rows.stream().map(NearbySession::id).collect(Collectors.toCollection(HashSet::new));
        rows.addAll(sessions.stream().filter(session -> shown.add(session.id())).limit(MOST - rows.size()).toList());
    }
}
