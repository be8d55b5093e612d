package tincan.session;

/// Why a connection or a session is over. A person reads it by the key of its name in the text bundles.
public enum EndReason {
    /// Nothing is over.
    NONE,
    /// This side left.
    LEFT,
    /// The host ended the session.
    HOST_ENDED,
    /// The peer closed the connection without a goodbye.
    PEER_CLOSED,
    /// The connection was reset or broke.
    CONNECTION_BROKEN,
    /// Nothing was heard for too long.
    SILENT,
    /// This member could not keep up.
    TOO_SLOW,
    /// This member sent too much for too long.
    FLOOD,
    /// The peer sent what is no frame of the protocol.
    BAD_DATA,
    /// The host removed this member.
    REMOVED,
    /// The room this member was in is no more, so it cannot come back to it.
    ROOM_GONE,
    /// Another connection of the same member took its place.
    SUPERSEDED
}
