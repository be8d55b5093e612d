package tincan.session;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tincan.trace.EventLog;
import tincan.trace.SocketCall;
import tincan.trace.Tap;
import tincan.wire.Refusal;

/// Where connections arrive: it listens, and finds out who comes. Until they are handed to the session, their number
/// and their time are bounded.
final class Door {
    private final EventLog log;
    private final Greeter greeter;
    private final TurnedAway turnedAway;
    private final Strangers strangers = new Strangers();
    private volatile @Nullable Listener listener;

    Door(EventLog log, Greeter greeter, TurnedAway turnedAway) {
        this.log = log;
        this.greeter = greeter;
        this.turnedAway = turnedAway;
    }

    /// Hears of those who were not let in.
    interface TurnedAway {
        /// Somebody was not let in.
        ///
        /// @param reason in the words of the protocol
        void turnedAway(Tap tap, String address, String reason);
    }

    /// Takes the port; nobody is met yet.
    ///
    /// @return the port
    /// @throws SessionFailure if the system does not let it listen there
    int listen(Optional<String> bind, int port) throws SessionFailure {
        Listener made = Listener.open(bind, port, log);
        listener = made;
        return made.port();
    }

    /// Begins to meet those who come.
    void open() {
        Objects.requireNonNull(listener).start(this::meet);
    }

    /// The TCP port it listens on; 0 before it does.
    int port() {
        Listener listening = listener;
        return listening == null ? 0 : listening.port();
    }

    /// Meets a stranger and serves its connection until it is over.
    private void meet(Socket socket, String name) {
        Stranger stranger = new Stranger(socket, new Tap(log, name), System.nanoTime() + greeter.patienceNanos());
        strangers.enter(stranger).ifPresent(longest -> cut(longest, Refusal.BUSY));
        try {
            socket.setTcpNoDelay(true);
            stranger.tap().called(SocketCall.SET_OPTION, "TCP_NODELAY 1");
            greeter.greet(stranger, () -> strangers.leave(stranger));
        } catch (SocketTimeoutException e) {
            gone(stranger, Refusal.TOO_LATE);
        } catch (WordsAbandoned e) {
            gone(stranger, TurnAwayReason.ABANDONED.word());
        } catch (IOException e) {
            // the tap has reported it; the stranger is gone
        } finally {
            strangers.leave(stranger);
            stranger.cut();
        }
    }

    /// Tells of one that ended by itself.
    private void gone(Stranger stranger, String reason) {
        if (strangers.leave(stranger)) {
            turnedAway.turnedAway(stranger.tap(), stranger.address(), reason);
        }
    }

    /// Looks after those who stand here; called every [Silence#TICK_MILLIS] by one thread.
    void tick() {
        strangers.takeOverdue(System.nanoTime()).forEach(late -> cut(late, Refusal.TOO_LATE));
    }

    private void cut(Stranger stranger, String reason) {
        stranger.cut();
        turnedAway.turnedAway(stranger.tap(), stranger.address(), reason);
    }

    /// Lets nobody come any more, and turns everybody away who still stands here.
    void close() {
        Listener listening = listener;
        if (listening != null) {
            listening.close();
        }
        strangers.close().forEach(Stranger::cut);
    }
}
