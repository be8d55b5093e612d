package tincan.ui.lab;

import java.util.concurrent.Executor;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import tincan.lab.Lesson;
import tincan.lab.socket.Sockets;
import tincan.text.Text;
import tincan.trace.EventLog;
import tincan.ui.lab.book.ProgramMarks;
import tincan.ui.lab.diagram.DiagramViewModel;

/// A lesson on one screen: its server, its clients, and what is seen of them. Closing it closes all their sockets.
///
/// Owner: the thread of the window.
public final class LessonViewModel {
    /// More would have no room.
    static final int MOST_CLIENTS = 20;
    /// What comes within this time is shown together; it is the time of a frame.
    private static final int TURN_MILLISECONDS = 16;

    private final RawChoice raw = new RawChoice();
    private final Lesson lesson;
    private final EventLog log = EventLog.usual();
    private final Sockets sockets = new Sockets(log);
    private final Run run;
    private final ServerViewModel server;
    private final ObservableList<ClientViewModel> clients = FXCollections.observableArrayList();
    private final PaceViewModel pace;
    private final FaultsViewModel faults;
    private final CheckViewModel check;
    private final DiagramViewModel diagram;
    private final ProgramMarks marks;
    private final CallFeed feed;
    private int numbered;

    /// @param fx runs work on the JavaFX thread
    /// @param background runs work that may block
    LessonViewModel(Lesson asked, Executor fx, Executor background, Text text) {
        this.lesson = raw.of(asked);
        this.run = new Run(lesson, sockets, text, fx, background);
        this.server = new ServerViewModel(run);
        this.pace = new PaceViewModel(run);
        this.faults = new FaultsViewModel(run, server);
        this.check = new CheckViewModel(run);
        this.diagram = new DiagramViewModel(lesson instanceof Lesson.Datagram);
        this.marks = new ProgramMarks(lesson.name());
        this.feed = new CallFeed(log, turns());
        server.placeProperty().subscribe(place -> place.ifPresent(now -> clients.forEach(client -> client.aim(now))));
        faults.tinyProperty().subscribe(on -> clients.forEach(client -> client.tinyProperty().set(on)));
        feed.onEvents(events -> {
            diagram.take(events);
            marks.take(events);
        });
        pace.heldProperty().subscribe(held -> {
            // what happened before they began to wait comes first
            feed.take();
            diagram.hold(held);
            marks.hold(held);
        });
        addClient();
    }

    /// Begins to follow what happens.
    void start() {
        feed.start();
    }

    /// Brings work onto the JavaFX thread, at most once a frame.
    Executor turns() {
        return CompletableFuture.delayedExecutor(TURN_MILLISECONDS, TimeUnit.MILLISECONDS, run.fx());
    }

    /// Whether its server was started, or a socket was asked for anything.
    boolean begun() {
        return log.newest() > 0 || server.stateProperty().get() != ServerViewModel.State.STOPPED;
    }

    Lesson lesson() {
        return lesson;
    }

    /// What becomes of lines that are typed, where there is no lesson.
    RawChoice raw() {
        return raw;
    }

    EventLog log() {
        return log;
    }

    ServerViewModel server() {
        return server;
    }

    ObservableList<ClientViewModel> clients() {
        return clients;
    }

    PaceViewModel pace() {
        return pace;
    }

    FaultsViewModel faults() {
        return faults;
    }

    CheckViewModel check() {
        return check;
    }

    DiagramViewModel diagram() {
        return diagram;
    }

    ProgramMarks marks() {
        return marks;
    }

    /// Adds a client, unless there are very many.
    void addClient() {
        if (clients.size() < MOST_CLIENTS) {
            ClientViewModel added = new ClientViewModel(run, ++numbered);
            server.placeProperty().get().ifPresent(added::aim);
            added.tinyProperty().set(faults.tinyProperty().get());
            clients.add(added);
        }
    }

    /// Takes a client away.
    void removeClient(ClientViewModel client) {
        client.close();
        clients.remove(client);
    }

    /// Closes all sockets. What a background thread still opens is closed as soon as it is open.
    void close() {
        feed.close();
        pace.close();
        clients.forEach(ClientViewModel::close);
        server.console().end();
        run.background().execute(sockets::close);
    }
}
