package tincan.room.floor;

import java.util.Optional;
import java.util.stream.Stream;

/// Why a member does not get the floor.
public enum Denial {
    /// Too many wait for it already.
    QUEUE_FULL("queue-full"),
    /// It had the floor for as long as one may a moment ago, and others wait.
    PENALTY("penalty"),
    /// There is none: everybody may speak.
    CHAT("chat"),
    /// There is no connection to the host. Only told on one's own side.
    OFFLINE("offline"),
    /// For a reason of a later version.
    OTHER("other");

    private final String wire;

    Denial(String wire) {
        this.wire = wire;
    }

    /// The word on the wire and in the terminal.
    public String wire() {
        return wire;
    }

    public static Optional<Denial> of(String wire) {
        return Stream.of(values()).filter(reason -> reason.wire.equals(wire)).findFirst();
    }
}
