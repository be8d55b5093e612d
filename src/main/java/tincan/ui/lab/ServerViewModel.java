package tincan.ui.lab;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import tincan.lab.LabServer;
import tincan.lab.LineConsole;
import tincan.lab.ServerOptions;
import tincan.lab.socket.ListenOptions;
import tincan.lab.socket.Place;
import tincan.lab.socket.SocketTrouble;
import tincan.lab.socket.StreamSocket;
import tincan.text.Text;
import tincan.ui.Batch;

/// The server's side of a lesson: how it shall begin, and whom it serves.
///
/// Owner: the thread of the window.
public final class ServerViewModel {
    /// The system allows no more anyway.
    private static final int MOST_BACKLOG = 65_535;

    /// How far it is.
    enum State {
        STOPPED, STARTING, RUNNING
    }

    private final Run run;
    private final Text text;
    private final Batch batch;
    private final ConsoleViewModel console;
    private final ObjectProperty<Bound> bound = new SimpleObjectProperty<>(Bound.LOOPBACK);
    private final ObjectProperty<ServerOptions.Serving> serving;
    private final StringProperty port;
    private final StringProperty backlog;
    private final BooleanProperty reuse;
    private final BooleanProperty once;
    private final BooleanProperty tiny = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.STOPPED);
    private final ReadOnlyObjectWrapper<Optional<Place>> place = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<OptionalInt> waiting = new ReadOnlyObjectWrapper<>(OptionalInt.empty());
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private final ObservableList<LabServer.Client> served = FXCollections.observableArrayList();
    private @Nullable LabServer server;

    ServerViewModel(Run run) {
        this.run = run;
        this.text = run.text();
        this.console = new ConsoleViewModel(text, run.fx());
        this.batch = new Batch(run.fx(), this::refresh);
        ServerOptions usual = run.lesson().options();
        this.serving = new SimpleObjectProperty<>(usual.serving());
        this.port = new SimpleStringProperty(Integer.toString(run.lesson().port()));
        this.backlog = new SimpleStringProperty(Integer.toString(usual.listen().backlog()));
        this.reuse = new SimpleBooleanProperty(usual.listen().reuse());
        this.once = new SimpleBooleanProperty(usual.once());
    }

    ConsoleViewModel console() {
        return console;
    }

    ObjectProperty<Bound> boundProperty() {
        return bound;
    }

    ObjectProperty<ServerOptions.Serving> servingProperty() {
        return serving;
    }

    StringProperty portProperty() {
        return port;
    }

    StringProperty backlogProperty() {
        return backlog;
    }

    BooleanProperty reuseProperty() {
        return reuse;
    }

    /// Whether it ends with its first client.
    BooleanProperty onceProperty() {
        return once;
    }

    /// Whether the system keeps as few bytes for its connections as it can.
    BooleanProperty tinyProperty() {
        return tiny;
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Where it listens, while it runs.
    ReadOnlyObjectProperty<Optional<Place>> placeProperty() {
        return place.getReadOnlyProperty();
    }

    /// How many connections wait to be accepted, where the system tells.
    ReadOnlyObjectProperty<OptionalInt> waitingProperty() {
        return waiting.getReadOnlyProperty();
    }

    /// Why it could not start, in words; empty if nothing is wrong.
    ReadOnlyStringProperty troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /// Who is being served.
    ObservableList<LabServer.Client> served() {
        return served;
    }

    /// Where it would listen, or listens.
    Optional<Place> wanted() {
        OptionalInt number = Numbers.port(port.get());
        return place.get().or(() -> bound.get() == Bound.UNIX || number.isEmpty()
                ? Optional.empty()
                : Optional.of(bound.get().at(number.getAsInt())));
    }

    void start() {
        OptionalInt number = Numbers.port(port.get());
        OptionalInt waiters = Numbers.whole(backlog.get(), MOST_BACKLOG);
        if (state.get() != State.STOPPED) {
            return;
        }
        if (number.isEmpty() || waiters.isEmpty()) {
            trouble.set(text.of(number.isEmpty() ? "lab.port.wrong" : "lab.backlog.wrong"));
            return;
        }
        trouble.set("");
        state.set(State.STARTING);
        ListenOptions listen = run.lesson().options().listen().withBacklog(waiters.getAsInt())
                .withReuse(reuse.get()).withReceiveBuffer(tiny.get() ? 1 : 0);
        ServerOptions options = run.lesson().options().withServing(serving.get()).withOnce(once.get())
                .withListen(listen);
        Bound where = bound.get();
        LineConsole person = console.begin();
        run.background().execute(() -> start(options, where, number.getAsInt(), person));
    }

    private void start(ServerOptions options, Bound where, int number, LineConsole person) {
        try {
            LabServer begun = LabServer.start(run.lesson(), options.withPlace(where.at(number)), run.sockets(), person);
            run.fx().execute(() -> started(begun));
        } catch (SocketTrouble e) {
            failed(run.words(e));
        } catch (UncheckedIOException e) {
            failed(text.of("lab.folder.wrong"));
        }
    }

    private void failed(String words) {
        run.fx().execute(() -> {
            state.set(State.STOPPED);
            trouble.set(words);
        });
    }

    private void started(LabServer begun) {
        server = begun;
        place.set(Optional.of(begun.place()));
        state.set(State.RUNNING);
        begun.onChange(batch::trigger);
        batch.trigger();
        look();
    }

    private void refresh() {
        LabServer running = server;
        if (running == null) {
            return;
        }
        if (running.isOver()) {
            server = null;
            console.end();
            place.set(Optional.empty());
            waiting.set(OptionalInt.empty());
            served.clear();
            state.set(State.STOPPED);
            return;
        }
        List<LabServer.Client> now = running.clients();
        if (!now.equals(served)) {
            served.setAll(now);
        }
    }

    void stop() {
        if (server != null) {
            run.background().execute(server::close);
        }
    }

    /// Looks how many wait in the backlog.
    void look() {
        LabServer running = server;
        if (running != null) {
            run.background().execute(() -> {
                OptionalInt now = running.waiting();
                run.fx().execute(() -> waiting.set(running.equals(server) ? now : OptionalInt.empty()));
            });
        }
    }

    /// Its ends of the connections that are being served.
    List<StreamSocket> connections() {
        return server == null ? List.of() : server.connections();
    }
}
