package tincan.ui.lab;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import tincan.lab.LabClient;
import tincan.lab.LineConsole;
import tincan.lab.Seen;
import tincan.lab.socket.Place;
import tincan.lab.socket.SocketTrouble;
import tincan.lab.socket.StreamOptions;
import tincan.lab.socket.StreamSocket;
import tincan.text.Text;

/// A client of a lesson: where it goes, what it sets, and what came. It may connect again, under a new name.
///
/// Owner: the thread of the window.
public final class ClientViewModel {
    private static final int MOST_BUFFER = 65_536;

    /// How far it is.
    enum State {
        IDLE, CONNECTING, CONNECTED
    }

    /// A call on a connection that may fail.
    private interface Act {
        void on(StreamSocket connection) throws SocketTrouble;
    }

    private final Run run;
    private final Text text;
    private final int number;
    private final ConsoleViewModel console;
    private final StringProperty host = new SimpleStringProperty("127.0.0.1");
    private final StringProperty port;
    private final StringProperty buffer;
    private final StringProperty timeout;
    private final BooleanProperty nagle;
    private final BooleanProperty tiny = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.IDLE);
    private final ReadOnlyStringWrapper name;
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private int connections;
    private @Nullable LabClient client;

    /// @param number of this client on its screen, from 1
    ClientViewModel(Run run, int number) {
        this.run = run;
        this.text = run.text();
        this.number = number;
        this.console = new ConsoleViewModel(text, run.fx());
        StreamOptions usual = run.lesson().clientOptions();
        this.name = new ReadOnlyStringWrapper(Seen.CLIENT + "-" + number);
        this.port = new SimpleStringProperty(Integer.toString(run.lesson().port()));
        this.buffer = new SimpleStringProperty(usual.buffer() == 0 ? "" : Integer.toString(usual.buffer()));
        this.timeout = new SimpleStringProperty(usual.timeout().equals(StreamOptions.USUAL.timeout())
                ? ""
                : Numbers.typed(usual.timeout()));
        this.nagle = new SimpleBooleanProperty(!usual.noDelay());
        buffer.subscribe((_, _) -> setBuffer());
        timeout.subscribe((_, _) -> setTimeout());
        nagle.subscribe((_, on) -> act(connection -> connection.noDelay(!on)));
    }

    ConsoleViewModel console() {
        return console;
    }

    /// A name or number of a computer, or a file.
    StringProperty hostProperty() {
        return host;
    }

    StringProperty portProperty() {
        return port;
    }

    /// So many bytes a `recv` takes at most; empty for what the program asks for.
    StringProperty bufferProperty() {
        return buffer;
    }

    /// In seconds, for `connect` and for each `recv`; empty for the usual ones.
    StringProperty timeoutProperty() {
        return timeout;
    }

    BooleanProperty nagleProperty() {
        return nagle;
    }

    /// Whether the system keeps as few bytes for it as it can.
    BooleanProperty tinyProperty() {
        return tiny;
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// In the log.
    ReadOnlyStringProperty nameProperty() {
        return name.getReadOnlyProperty();
    }

    /// What went wrong, in words; empty if nothing did.
    ReadOnlyStringProperty troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /// The server is to be found here from now on.
    void aim(Place server) {
        switch (server) {
            case Place.Port at -> {
                host.set(at.reachable().host());
                port.set(Integer.toString(at.port()));
            }
            case Place.File file -> host.set(file.shown());
        }
    }

    private Optional<Place> place() {
        String typed = host.get().strip();
        if (typed.contains("/") || typed.contains("\\")) {
            return file(typed);
        }
        OptionalInt found = Numbers.port(port.get());
        return typed.isEmpty() || found.isEmpty()
                ? Optional.empty()
                : Optional.of(new Place.Port(typed, found.getAsInt()));
    }

    private static Optional<Place> file(String typed) {
        try {
            return Optional.of(new Place.File(Path.of(typed)));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private StreamOptions options() {
        StreamOptions usual = run.lesson().clientOptions().withNoDelay(!nagle.get()).withBuffer(bufferBytes())
                .withReceiveBuffer(tiny.get() ? 1 : 0);
        return Numbers.seconds(timeout.get()).map(time -> usual.withTimeout(time).withConnect(time)).orElse(usual);
    }

    private int bufferBytes() {
        return Numbers.whole(buffer.get(), MOST_BUFFER).orElse(0);
    }

    void connect() {
        if (state.get() != State.IDLE) {
            return;
        }
        Optional<Place> to = place();
        trouble.set(to.isEmpty() ? text.of("lab.address.wrong") : "");
        to.ifPresent(this::connect);
    }

    private void connect(Place to) {
        connections++;
        name.set(Seen.CLIENT + "-" + number + (connections == 1 ? "" : "." + connections));
        state.set(State.CONNECTING);
        StreamOptions options = options();
        String logged = name.get();
        LineConsole person = console.begin();
        run.background().execute(() -> {
            try {
                LabClient begun = LabClient.start(run.lesson(), logged, to, options, run.sockets(), person);
                run.fx().execute(() -> connected(begun));
            } catch (SocketTrouble e) {
                run.fx().execute(() -> over(Optional.of(e)));
            }
        });
    }

    private void connected(LabClient begun) {
        client = begun;
        state.set(State.CONNECTED);
        CompletableFuture<Void> _ = begun.ended().thenAcceptAsync(this::over, run.fx());
    }

    /// Closed on this side is no trouble.
    private void over(Optional<SocketTrouble> why) {
        client = null;
        console.end();
        console.tell(text.of("lab.client.over", name.get()));
        trouble.set(why.filter(e -> e.kind() != SocketTrouble.Kind.CLOSED).map(run::words).orElse(""));
        state.set(State.IDLE);
    }

    /// Says a line to the program.
    ///
    /// @return whether it took it
    boolean send(String line) {
        return console.type(line);
    }

    /// Nothing more will be sent.
    void halfClose() {
        act(StreamSocket::shutdown);
    }

    /// Ends the connection as a program does that crashes.
    void kill() {
        act(StreamSocket::kill);
        console.end();
    }

    /// Gives the socket back. Its program may wait for a line, which will not come.
    void close() {
        LabClient open = client;
        if (open != null) {
            run.background().execute(open::close);
        }
        console.end();
    }

    private void setBuffer() {
        if (client != null) {
            client.buffer(bufferBytes());
        }
    }

    private void setTimeout() {
        LabClient open = client;
        if (open != null) {
            Duration longest = options().timeout();
            run.background().execute(() -> {
                try {
                    open.timeout(longest);
                } catch (SocketTrouble e) {
                    // it ended meanwhile, which is told elsewhere
                }
            });
        }
    }

    private void act(Act act) {
        Optional.ofNullable(client).flatMap(LabClient::connection)
                .ifPresent(connection -> run.background().execute(() -> {
                    try {
                        act.on(connection);
                    } catch (SocketTrouble e) {
                        String words = run.words(e);
                        run.fx().execute(() -> trouble.set(words));
                    }
                }));
    }
}
