package tincan.room;

/// What can be asked of a room.
public sealed interface Command {

    /// Somebody new comes in.
    ///
    /// @param name as asked for; the room makes it clean and unique
    /// @param key the secret with which this member may come back; made by the caller, because a room is not random
    /// @param mayReturn whether it keeps its place when its connection is lost
    record Join(String name, String key, boolean mayReturn) implements Command {}

    /// A member comes back by a new connection.
    ///
    /// @param last the number of the last entry that it has
    record Return(int member, String key, long last) implements Command {}

    /// A member says something.
    ///
    /// @param id its own number for it; one that is not above its last one is a repetition
    record Say(Seat seat, long id, String text) implements Command {}

    /// A member that speaks plain lines says one. Where one speaks at a time it is a turn of its own, if nobody has
    /// the floor.
    record SayLine(Seat seat, long id, String text) implements Command {}

    /// A member decides who may speak.
    record SetMode(Seat seat, Mode mode) implements Command {}

    /// A member's turn is over in which its voice was heard.
    record EndTurn(int member, long epoch, long millis) implements Command {}

    /// A member has every entry up to and including `seq`.
    record Acknowledge(Seat seat, long seq) implements Command {}

    /// A member types, or does so no longer.
    record Type(Seat seat, boolean now) implements Command {}

    /// A member's connection ended without a goodbye.
    record Lose(Seat seat) implements Command {}

    /// A member goes for good.
    record Leave(Seat seat, LeaveReason reason) implements Command {}

    /// A member's place is taken from it, whether it is connected or not.
    record Remove(int member, LeaveReason reason) implements Command {}

    /// Time has passed: whoever has been away too long is gone.
    record Expire() implements Command {}
}
