package tincan.trace.export;

import java.io.IOException;

/// A file that cannot be opened as a recording.
public final class BrokenRecording extends IOException {
    private static final long serialVersionUID = 1;

    private final Reason reason;

    BrokenRecording(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    BrokenRecording(Reason reason, Exception cause) {
        super(reason.name(), cause);
        this.reason = reason;
    }

    /// Why not.
    public enum Reason {
        /// It is something else.
        NO_RECORDING,
        /// A later version of the program made it.
        NEWER,
        /// It is cut off, or does not hold what a recording holds.
        DAMAGED,
        /// It holds more than a recording can.
        TOO_LARGE
    }

    public Reason reason() {
        return reason;
    }
}
