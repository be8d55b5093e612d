package tincan.session;

/// The state of this side's connection.
public enum LinkState {
    /// The first connection is being made.
    CONNECTING,
    /// In the room.
    CONNECTED,
    /// The connection was lost; it is being made again, and what is said waits.
    RECONNECTING,
    /// Over for good.
    CLOSED
}
