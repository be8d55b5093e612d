package tincan.room.floor;

import java.util.Optional;
import java.util.stream.Stream;

/// Why the floor is taken from the one who has it.
public enum Revocation {
    /// It had the floor for as long as one may.
    LIMIT("limit"),
    /// The host takes it.
    OVERRIDE("override"),
    /// Its voice has not been heard for a while.
    SILENCE("silence"),
    /// It was not renewed in time.
    LEASE("lease"),
    /// Everybody may speak now.
    MODE("mode"),
    /// For a reason of a later version.
    OTHER("other");

    private final String wire;

    Revocation(String wire) {
        this.wire = wire;
    }

    /// The word on the wire and in the terminal.
    public String wire() {
        return wire;
    }

    public static Optional<Revocation> of(String wire) {
        return Stream.of(values()).filter(reason -> reason.wire.equals(wire)).findFirst();
    }
}
