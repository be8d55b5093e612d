package tincan.ui.lab;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import org.jspecify.annotations.Nullable;
import tincan.lab.Lesson;
import tincan.lab.socket.Faults;
import tincan.lab.socket.ListenOptions;
import tincan.lab.socket.Place;
import tincan.lab.socket.SocketTrouble;
import tincan.lab.socket.StreamSocket;

/// What goes wrong on purpose.
///
/// Owner: the thread of the window.
public final class FaultsViewModel {
    /// Under this name the log tells of the socket that takes the server's port.
    private static final String OTHER = "other";

    private final Run run;
    private final ServerViewModel server;
    private final IntegerProperty delay = new SimpleIntegerProperty();
    private final IntegerProperty jitter = new SimpleIntegerProperty();
    private final IntegerProperty loss = new SimpleIntegerProperty();
    private final IntegerProperty duplicates = new SimpleIntegerProperty();
    private final IntegerProperty reordered = new SimpleIntegerProperty();
    private final IntegerProperty piece = new SimpleIntegerProperty();
    private final BooleanProperty tiny = new SimpleBooleanProperty();
    private final BooleanProperty portTaken = new SimpleBooleanProperty();
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private final BooleanBinding any;
    private @Nullable AutoCloseable other;

    FaultsViewModel(Run run, ServerViewModel server) {
        this.run = run;
        this.server = server;
        Stream.of(delay, jitter, loss, duplicates, reordered, piece)
                .forEach(one -> one.subscribe((_, _) -> change()));
        tiny.subscribe((_, on) -> shrink(on));
        portTaken.subscribe((_, on) -> occupy(on));
        this.any = Bindings.createBooleanBinding(this::anyOn, delay, jitter, loss, duplicates, reordered, piece, tiny,
                portTaken);
    }

    /// In milliseconds, of each send.
    IntegerProperty delayProperty() {
        return delay;
    }

    /// Up to so many milliseconds more.
    IntegerProperty jitterProperty() {
        return jitter;
    }

    /// Of so many datagrams in a hundred nothing is sent.
    IntegerProperty lossProperty() {
        return loss;
    }

    /// So many in a hundred are sent twice.
    IntegerProperty duplicatesProperty() {
        return duplicates;
    }

    /// So many in a hundred are overtaken.
    IntegerProperty reorderedProperty() {
        return reordered;
    }

    /// A write to a stream takes at most so many bytes; 0 for all.
    IntegerProperty pieceProperty() {
        return piece;
    }

    /// Whether the system keeps as few bytes as it can for who does not read.
    BooleanProperty tinyProperty() {
        return tiny;
    }

    /// Whether another socket has the server's port.
    BooleanProperty portTakenProperty() {
        return portTaken;
    }

    /// Whether another socket has got it.
    boolean taken() {
        return other != null;
    }

    /// Whether something goes wrong on purpose.
    BooleanBinding anyBinding() {
        return any;
    }

    /// Why a fault could not be made, in words; empty if it could.
    ReadOnlyStringProperty troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    private boolean anyOn() {
        return !faults().equals(Faults.NONE) || tiny.get() || portTaken.get();
    }

    private Faults faults() {
        return Faults.NONE.withDelay(Duration.ofMillis(delay.get())).withJitter(Duration.ofMillis(jitter.get()))
                .withLoss(loss.get()).withDuplicates(duplicates.get()).withReordered(reordered.get())
                .withPiece(piece.get());
    }

    private void change() {
        run.sockets().conditions().set(faults());
    }

    /// Nothing goes wrong any more.
    void none() {
        Stream.of(delay, jitter, loss, duplicates, reordered, piece).forEach(one -> one.set(0));
        tiny.set(false);
        portTaken.set(false);
        trouble.set("");
    }

    private void shrink(boolean on) {
        server.tinyProperty().set(on);
        if (on) {
            each(connection -> connection.receiveBuffer(1));
        }
    }

    /// Ends the server's connections as a program does that crashes.
    void kill() {
        each(StreamSocket::kill);
    }

    /// The server says on all its connections that it will send nothing more.
    void halfClose() {
        each(StreamSocket::shutdown);
    }

    private interface Act {
        void on(StreamSocket connection) throws SocketTrouble;
    }

    private void each(Act act) {
        List<StreamSocket> all = server.connections();
        run.background().execute(() -> all.forEach(connection -> {
            try {
                act.on(connection);
            } catch (SocketTrouble e) {
                fail(e);
            }
        }));
    }

    private void occupy(boolean on) {
        AutoCloseable held = other;
        if (on && held == null) {
            server.wanted().ifPresent(place -> run.background().execute(() -> occupy(place)));
        } else if (!on && held != null) {
            other = null;
            run.background().execute(() -> {
                try {
                    held.close();
                } catch (Exception e) {
                    throw new AssertionError("sockets of a lesson close without a word", e);
                }
            });
        }
    }

    private void occupy(Place place) {
        try {
            AutoCloseable taken = switch (run.lesson()) {
                case Lesson.Stream _ -> run.sockets().listen(OTHER, place.address(), ListenOptions.USUAL);
                case Lesson.Datagram _ -> run.sockets().udp(OTHER, place.address(), ListenOptions.USUAL);
            };
            run.fx().execute(() -> other = taken);
        } catch (SocketTrouble e) {
            fail(e);
            run.fx().execute(() -> portTaken.set(false));
        }
    }

    private void fail(SocketTrouble e) {
        String words = run.words(e);
        run.fx().execute(() -> trouble.set(words));
    }
}
