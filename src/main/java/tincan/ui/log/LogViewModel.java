package tincan.ui.log;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import tincan.text.Text;
import tincan.trace.EventLog;
import tincan.trace.TraceEvent;
import tincan.ui.AddressVeil;
import tincan.ui.Batch;
import tincan.ui.TailList;

/// The connection log as its pane shows it: pulls what is new from the ring in bounded turns, and keeps no more than
/// the ring does.
///
/// Owner: the thread of the window, which `turns` brings work onto.
public final class LogViewModel {
    /// So many events are taken in one turn.
    static final int TURN = 30_000;
    /// When too many are kept, this part of them goes at once: each time old rows go, a table looks for its place anew.
    static final int SLACK = 10;
    /// More than one chooses from. A recording may have been made to have very many.
    private static final int NAMES = 500;

    private final EventLog log;
    private final Text text;
    private final LogWords words;
    private final AddressVeil veil = new AddressVeil();
    private final Batch batch;
    private final int capacity;
    private final List<TraceEvent> kept = new ArrayList<>();
    private final Probes probes = new Probes();
    private final TailList<TraceEvent> rows = new TailList<>();
    private final ObservableList<String> connections = FXCollections.observableArrayList();
    private final ObjectProperty<LogFilter> filter = new SimpleObjectProperty<>(LogFilter.USUAL);
    private final BooleanProperty paused = new SimpleBooleanProperty();
    private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");

    private final Marks marks = new Marks(rows);

    private Predicate<TraceEvent> test;
    private Places places = (_, _) -> {
    };
    private Runnable awaited = () -> {
    };
    private long awaitedThrough;
    private Runnable subscription = () -> {
    };
    private long taken;
    private long skipped;

    /// @param capacity how many events are kept at the most
    public LogViewModel(EventLog log, int capacity, Text text, ZoneId zone, Executor turns) {
        this.log = log;
        this.capacity = capacity;
        this.text = text;
        this.words = new LogWords(text, zone, veil);
        this.batch = new Batch(turns, this::takeTurn);
        this.test = LogFilter.USUAL.test(words, probes);
        filter.subscribe((_, now) -> refilter(now));
        paused.subscribe((_, _) -> batch.trigger());
    }

    /// Where a row is shown.
    interface Places {
        /// Selects a row.
        ///
        /// @param top what to bring into view besides; the same row if it has no other
        void show(TraceEvent row, Optional<TraceEvent> top);
    }

    void onPlaces(Places now) {
        places = now;
    }

    /// Begins to show what the log has and gets.
    public void start() {
        subscription = log.onAppend(batch::trigger);
        batch.trigger();
    }

    /// Shows nothing any more.
    public void close() {
        subscription.run();
    }

    LogWords words() {
        return words;
    }

    /// Whether addresses are shown.
    AddressVeil veil() {
        return veil;
    }

    /// The events shown, oldest first.
    public TailList<TraceEvent> rows() {
        return rows;
    }

    /// The names of the connections seen, in the order they came; of very many the first.
    public ObservableList<String> connections() {
        return connections;
    }

    public ObjectProperty<LogFilter> filterProperty() {
        return filter;
    }

    /// While it holds, nothing new is shown; what the ring loses meanwhile is counted.
    public BooleanProperty pausedProperty() {
        return paused;
    }

    /// How much is shown, in words.
    public ReadOnlyStringProperty statusProperty() {
        return status.getReadOnlyProperty();
    }

    /// Empties the pane. The ring keeps what it has.
    public void clear() {
        taken = log.newest();
        skipped = 0;
        kept.clear();
        marks.set(List.of(), 0, this::usual);
        probes.forgetBelow(taken + 1);
        rows.dropFirst(rows.size());
        showStatus();
    }

    private void takeTurn() {
        if (paused.get()) {
            showStatus();
            return;
        }
        List<TraceEvent> events = log.since(taken, TURN);
        if (!events.isEmpty()) {
            skipped += events.getFirst().number() - taken - 1;
            taken = events.getLast().number();
            take(events.stream().filter(event -> !(event.what() instanceof TraceEvent.Began)).toList());
        }
        showStatus();
        if (events.size() == TURN) {
            batch.trigger();
        }
        showAwaited();
    }

    private void showAwaited() {
        if (taken >= awaitedThrough) {
            Runnable now = awaited;
            awaited = () -> {
            };
            now.run();
        }
    }

    /// Marks these rows and no others. They are shown whatever the filter says, even if they were cleared away.
    void mark(List<TraceEvent> events) {
        marks.set(events, taken, this::usual);
        showStatus();
    }

    /// Whether a row is marked.
    boolean marked(TraceEvent event) {
        return marks.has(event);
    }

    /// Changes when [#marked] does.
    ReadOnlyObjectProperty<Set<Long>> marksProperty() {
        return marks.numbersProperty();
    }

    /// Brings the row `top` into view and selects `row`, as soon as they are there.
    void reveal(TraceEvent top, TraceEvent row) {
        awaited = () -> places.show(row, Optional.of(top));
        awaitedThrough = Math.max(top.number(), row.number());
        showAwaited();
    }

    /// Where a row stands, if it is shown.
    Optional<Integer> indexOf(TraceEvent row) {
        return marks.find(row);
    }

    /// Selects a row where it stands.
    void select(TraceEvent row) {
        places.show(row, Optional.empty());
    }

    private void take(List<TraceEvent> events) {
        kept.addAll(events);
        List<String> names = events.stream().map(TraceEvent::connection).distinct()
                .filter(name -> !connections.contains(name)).limit(NAMES - connections.size()).toList();
        if (!names.isEmpty()) {
            connections.addAll(names);
        }
        show(events, probes.take(events));
        if (kept.size() > capacity) {
            trim(kept.size() - capacity + capacity / SLACK);
        }
    }

    /// Shows what is new. A row shown already goes again if it turned out to be a probe.
    ///
    /// @param oldestProbe the oldest event that did
    private void show(List<TraceEvent> events, long oldestProbe) {
        int from = rows.size();
        while (from > 0 && !filter.get().probes() && rows.get(from - 1).number() >= oldestProbe) {
            from--;
        }
        rows.replaceFrom(from,
                Stream.concat(rows.subList(from, rows.size()).stream(), events.stream()).filter(this::shown).toList());
    }

    private void trim(int count) {
        kept.subList(0, count).clear();
        long oldest = kept.getFirst().number();
        probes.forgetBelow(oldest);
        int gone = 0;
        while (gone < rows.size() && rows.get(gone).number() < oldest) {
            gone++;
        }
        rows.dropFirst(gone);
    }

    private void refilter(LogFilter now) {
        test = now.test(words, probes);
        long first = kept.isEmpty() ? taken + 1 : kept.getFirst().number();
        rows.replaceFrom(0, Stream.concat(marks.below(first), kept.stream().filter(this::shown)).toList());
        showStatus();
    }

    /// Whether it has a row without a mark.
    private boolean usual(TraceEvent event) {
        return !kept.isEmpty() && event.number() >= kept.getFirst().number() && test.test(event);
    }

    private boolean shown(TraceEvent event) {
        return test.test(event) || marks.has(event);
    }

    private void showStatus() {
        int all = filter.get().probes() ? kept.size() : kept.size() - probes.count();
        String shown = text.of(rows.size() == all ? "log.status.all" : "log.status.some", rows.size(), all);
        status.set(skipped == 0 ? shown : text.of("log.status.skipped", shown, skipped));
    }
}
