package tincan.room.floor;

/// What the two sides of floor control say to each other. `docs/protocol.md` has the same as frames.
public sealed interface FloorMessage {

    /// From a participant to the server.
    sealed interface FromParticipant extends FloorMessage {}

    /// From the server to a participant.
    sealed interface FromServer extends FloorMessage {}

    /// Wants the floor.
    ///
    /// @param press the participant's own number for this wish, rising
    record Request(long press) implements FromParticipant {}

    /// Still has the floor.
    record Renew(long epoch, long press) implements FromParticipant {}

    /// Gives the floor away, or does not want what was granted.
    record Release(long epoch) implements FromParticipant {}

    /// Wants the floor no longer.
    record Cancel(long press) implements FromParticipant {}

    /// Has the floor; answers [Request] at once or later, and each [Renew].
    ///
    /// @param epoch the number of this turn
    /// @param press of the wish that this answers
    /// @param lease for how long, in milliseconds since the participant sent what this answers
    /// @param limit how long its turn may still be, in milliseconds
    record Granted(long epoch, long press, int lease, int limit) implements FromServer {}

    /// Does not get the floor.
    record Denied(long press, Denial reason) implements FromServer {}

    /// Waits for the floor.
    ///
    /// @param position from 1
    record Queued(long press, int position) implements FromServer {}

    /// Has the floor no longer.
    record Revoked(long epoch, Revocation reason) implements FromServer {}

    /// Somebody has the floor.
    ///
    /// @param limit how long its turn may still be, in milliseconds
    record Taken(long epoch, int member, String name, int limit) implements FromServer {}

    /// Nobody has the floor.
    ///
    /// @param epoch of the last turn
    record Idle(long epoch) implements FromServer {}
}
