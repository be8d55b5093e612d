package tincan.room;

import java.util.Optional;
import java.util.stream.Stream;

/// Why a member is gone.
public enum LeaveReason {
    /// It said goodbye.
    LEFT("left"),
    /// Its connection ended without a goodbye, and it did not come back in time.
    LOST("lost"),
    /// It could not keep up with the conversation.
    SLOW("slow"),
    /// It sent too much for too long.
    FLOOD("flood"),
    /// It sent what is no frame of the protocol.
    BROKEN("broken"),
    /// The host removed it.
    REMOVED("removed");

    private final String wire;

    LeaveReason(String wire) {
        this.wire = wire;
    }

    /// The name in an entry.
    public String wire() {
        return wire;
    }

    static Optional<LeaveReason> of(String wire) {
        return Stream.of(values()).filter(reason -> reason.wire.equals(wire)).findFirst();
    }
}
