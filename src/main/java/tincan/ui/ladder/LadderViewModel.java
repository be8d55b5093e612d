package tincan.ui.ladder;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import tincan.text.Text;
import tincan.trace.Ends;
import tincan.trace.TraceEvent;
import tincan.trace.ladder.Ladder;
import tincan.trace.ladder.Lane;
import tincan.trace.ladder.Rung;
import tincan.trace.ladder.Scale;
import tincan.trace.ladder.View;
import tincan.ui.Batch;

/// The ladder of one of a session's connections, drawn anew when something happened on it. The picture is put together
/// on a thread of its own, of the newest events only, so that a flood costs the window no more than its last picture.
///
/// Owner: the thread of the window, which both executors bring work onto.
public final class LadderViewModel {
    /// Of so many events, the newest of the connection, a picture is made.
    static final int EVENTS = 3_000;
    /// More than one chooses from.
    private static final int NAMES = 500;

    private final Side near;
    private final Text text;
    private final Executor turns;
    private final Batch batch;
    private final AtomicBoolean drawing = new AtomicBoolean();
    private final ObservableList<String> connections = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<String>> connection = new SimpleObjectProperty<>(Optional.empty());
    private final BooleanProperty even = new SimpleBooleanProperty(true);
    private final BooleanProperty probes = new SimpleBooleanProperty();
    private final BooleanProperty frozen = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<LadderPicture> picture = new ReadOnlyObjectWrapper<>(LadderPicture.EMPTY);

    private List<Side> far = List.of();
    private boolean started;
    private Runnable subscription = () -> {
    };

    /// @param looks when it looks at what is new
    /// @param turns when a picture that is done is shown
    public LadderViewModel(Side near, Text text, Executor looks, Executor turns) {
        this.near = near;
        this.text = text;
        this.turns = turns;
        this.batch = new Batch(looks, this::takeTurn);
        connection.subscribe(_ -> batch.trigger());
        even.subscribe(_ -> batch.trigger());
        probes.subscribe(_ -> batch.trigger());
        frozen.subscribe(_ -> batch.trigger());
    }

    /// Begins to draw what happens.
    public void start() {
        List<Runnable> all = new ArrayList<>(List.of(near.log().onAppend(batch::trigger)));
        far.forEach(side -> all.add(side.log().onAppend(batch::trigger)));
        started = true;
        subscription.run();
        subscription = () -> all.forEach(Runnable::run);
        batch.trigger();
    }

    /// Draws nothing any more.
    public void close() {
        started = false;
        subscription.run();
        subscription = () -> {
        };
    }

    /// Other ends are seen as well; of each connection the one that faces it is shown.
    public void setFar(List<Side> others) {
        far = List.copyOf(others);
        if (started) {
            start();
        }
    }

    /// The names of the connections that came about, in the order they did; of very many the newest.
    public ObservableList<String> connections() {
        return connections;
    }

    /// Which connection is shown; empty for the newest.
    public ObjectProperty<Optional<String>> connectionProperty() {
        return connection;
    }

    /// Whether each moment is a step; otherwise the picture is true to time.
    public BooleanProperty evenProperty() {
        return even;
    }

    /// Whether probes of the connection are shown.
    public BooleanProperty probesProperty() {
        return probes;
    }

    /// Whether the picture stays as it is.
    public BooleanProperty frozenProperty() {
        return frozen;
    }

    /// What is to be drawn.
    public ReadOnlyObjectProperty<LadderPicture> pictureProperty() {
        return picture.getReadOnlyProperty();
    }

    /// What is chosen, for a thread that must not look at properties.
    private record Order(Optional<String> connection, boolean even, boolean probes, List<Side> far) {}

    private void takeTurn() {
        List<String> all = List.copyOf(near.log().connections().keySet());
        List<String> names = all.subList(Math.max(0, all.size() - NAMES), all.size());
        if (!names.equals(connections)) {
            connections.setAll(names);
        }
        if (frozen.get()) {
            return;
        }
        if (!drawing.compareAndSet(false, true)) {
            return; // it triggers again when it is done
        }
        long seen = newest();
        Order order = new Order(connection.get(), even.get(), probes.get(), far);
        Thread.ofVirtual().name("ladder").start(() -> {
            LadderPicture drawn = draw(order);
            turns.execute(() -> show(drawn, order, seen));
        });
    }

    private void show(LadderPicture drawn, Order order, long seen) {
        drawing.set(false);
        if (!frozen.get()) {
            picture.set(drawn);
        }
        if (newest() != seen || !order.equals(new Order(connection.get(), even.get(), probes.get(), far))) {
            batch.trigger();
        }
    }

    /// Changes whenever an end has seen something.
    private long newest() {
        return near.log().newest() + far.stream().mapToLong(side -> side.log().newest()).sum();
    }

    private LadderPicture draw(Order order) {
        Map<String, Ends> known = near.log().connections();
        Optional<String> name = order.connection().filter(known::containsKey)
                .or(() -> known.keySet().stream().reduce((_, last) -> last));
        Optional<Ends> between = name.map(known::get);
        if (name.isEmpty() || between.isEmpty()) {
            return LadderPicture.EMPTY;
        }
        Ends ends = between.get();
        View here = View.of(near.log(), name.get(), ends, near.ahead(), EVENTS);
        Optional<Facing> there = order.far().stream().flatMap(side -> facing(side, ends).stream())
                .reduce((_, last) -> last);
        Ladder ladder = there.map(found -> Ladder.of(here, found.view())).orElseGet(() -> Ladder.of(here));
        List<Rung> rungs = order.probes()
                ? ladder.rungs()
                : ladder.rungs().stream().filter(rung -> !LadderWords.isProbe(rung)).toList();
        Scale scale = order.even() ? Scale.even(rungs) : Scale.truly(rungs);
        return new LadderPicture(name.get(), rungs, scale, order.even(), title(Lane.CLIENT, ends, there),
                title(Lane.SERVER, ends, there), there.map(Facing::far).orElse(LadderPicture.Far.UNSEEN));
    }

    /// The other end of the connection that is shown.
    private record Facing(Side side, View view) {
        LadderPicture.Far far() {
            List<TraceEvent> all = side.log().since(0, Integer.MAX_VALUE);
            long missing = all.isEmpty() ? 0 : all.getLast().number() - all.getFirst().number() + 1 - all.size();
            return new LadderPicture.Far(true, side.error(), missing);
        }
    }

    private static Optional<Facing> facing(Side side, Ends ends) {
        return View.facing(side.log(), ends, side.ahead(), EVENTS).map(view -> new Facing(side, view));
    }

    private String title(Lane lane, Ends ends, Optional<Facing> other) {
        boolean ours = (ends.side() == Ends.Side.CLIENT) == (lane == Lane.CLIENT);
        String name = ours ? near.name() : other.map(found -> found.side().name()).orElse("");
        return text.of(lane == Lane.CLIENT ? "ladder.client" : "ladder.server", name.isEmpty() ? 0 : 1, name,
                ours ? ends.localShown() : ends.remoteShown());
    }
}
