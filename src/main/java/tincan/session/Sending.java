package tincan.session;

/// What became of a text that was to be said.
public sealed interface Sending {

    /// It will be sent; its state is told by [SessionEvent.Progress] and its [SessionEvent.Arrived].
    ///
    /// @param id the author's own number for it, rising by one
    record Accepted(long id) implements Sending {}

    /// It was not taken, and nothing was sent.
    record Rejected(Why why) implements Sending {}

    /// Why a text was not taken.
    enum Why {
        /// There is nothing in it.
        EMPTY,
        /// It is longer than [tincan.room.Limits#TEXT_BYTES].
        TOO_LONG,
        /// Too much waits to be sent already; the connection is down or slow.
        TOO_MUCH_WAITING,
        /// Somebody else has the floor, or nobody has.
        NOT_YOUR_TURN,
        /// The session is over.
        CLOSED
    }
}
