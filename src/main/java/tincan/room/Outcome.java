package tincan.room;

/// What a room made of a command.
public sealed interface Outcome {

    /// A member is in.
    ///
    /// @param name its name in the room
    /// @param first the number of the first entry that its cursor will bring
    /// @param last the number of the newest entry, at this moment
    /// @param said the highest id of its own texts that the room has
    /// @param cursor its place in the log, for its writer alone
    /// @param mode who may speak, at this moment
    record Admitted(Seat seat, String name, long first, long last, long said, Cursor cursor, Mode mode)
            implements
                Outcome {}

    /// It was done, and the log has a new entry.
    record Appended(long seq) implements Outcome {}

    /// It was done, or had been done before; the log is as it was.
    record Noted() implements Outcome {}

    /// It was not done.
    record Declined(Why why) implements Outcome {}

    /// Why a command was not done.
    enum Why {
        /// The room has as many members as it takes.
        FULL,
        /// There is no such place to come back to.
        NO_PLACE,
        /// The seat is another connection's by now, or nobody's.
        STALE,
        /// Somebody else has the floor, or nobody has.
        NOT_YOUR_TURN,
        /// The text is longer than can be said.
        TOO_LONG
    }
}
