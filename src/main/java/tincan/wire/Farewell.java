package tincan.wire;

/// The words of [Frame.Bye].
public final class Farewell {
    /// A guest leaves.
    public static final String LEFT = "left";
    /// The host ends the session.
    public static final String ENDED = "ended";
    /// The member could not keep up.
    public static final String SLOW = "slow";
    /// What was sent is no frame of the protocol.
    public static final String BAD_DATA = "bad-data";
    /// Nothing was heard for too long.
    public static final String SILENT = "silent";
    /// The host removed the member.
    public static final String REMOVED = "removed";
    /// The same member came in by another connection.
    public static final String SUPERSEDED = "superseded";

    private Farewell() {}
}
