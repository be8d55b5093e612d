package tincan.room;

import java.util.Optional;
import java.util.stream.Stream;

/// Who may speak in a room.
public enum Mode {
    /// Everybody at any time.
    CHAT("chat"),
    /// Whoever has the floor.
    WALKIE_TALKIE("walkie-talkie");

    private final String wire;

    Mode(String wire) {
        this.wire = wire;
    }

    /// The name on the wire and in the terminal.
    public String wire() {
        return wire;
    }

    public static Optional<Mode> of(String wire) {
        return Stream.of(values()).filter(mode -> mode.wire.equals(wire)).findFirst();
    }
}
