package tincan.wire;

/// The words of [Frame.Bye].
public final class Farewell {
    /// A guest leaves.
    public static final String LEFT = "left";
    /// The host ends the session.
    public static final String ENDED = "ended";
    /// The host removed this member.
    public static final String REMOVED = "removed";
    /// This member sent too much for too long.
    public static final String FLOOD = "flood";
    /// What was sent is no frame of the protocol.
    public static final String BAD_DATA = "bad-data";

    private Farewell() {}
}
