package tincan.ui.session;

/// How far one of this member's own texts has come.
public enum Delivery {
    /// It waits for the connection.
    QUEUED,
    /// It was written to the connection.
    SENT,
    /// It is where it was to go.
    DELIVERED,
    /// The session was over before it could be sent.
    NOT_SENT
}
