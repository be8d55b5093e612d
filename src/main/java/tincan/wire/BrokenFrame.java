package tincan.wire;

/// What was received is no frame of the protocol. The connection cannot go on.
public final class BrokenFrame extends Exception {
    private static final long serialVersionUID = 1;

    /// @param reason one short clause for the log, without what was received
    public BrokenFrame(String reason) {
        super(reason);
    }

    BrokenFrame(String reason, Throwable cause) {
        super(reason, cause);
    }
}
