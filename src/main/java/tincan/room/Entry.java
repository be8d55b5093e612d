package tincan.room;

import java.time.Instant;

/// One entry of the room's log. Everybody sees the same entries in the same order.
///
/// @param seq its number in the room, from 1, without a hole
/// @param at when the host appended it, by the host's clock
/// @param member the author's number in the room, from 1; the host is 1
/// @param from the author's name at that time
/// @param body what it says
public record Entry(long seq, Instant at, int member, String from, Body body) {

    /// What an entry says.
    public sealed interface Body {}

    /// The author said something.
    ///
    /// @param id the author's own number for it, rising; with it the host drops what it has seen already
    /// @param text any Unicode, several lines, at most [Limits#TEXT_BYTES] in UTF-8
    public record Said(long id, String text) implements Body {}

    /// The author came in for the first time.
    public record Joined() implements Body {}

    /// The author's connection was lost; it may come back.
    public record Lost() implements Body {}

    /// The author is back after its connection was lost.
    public record Returned() implements Body {}

    /// The author is gone for good.
    public record Left(LeaveReason reason) implements Body {}

    /// The author, who is the host, changed who may speak.
    public record ModeSet(Mode mode) implements Body {}

    /// The author had the floor and spoke with its voice; that is over.
    ///
    /// @param epoch the number of that turn, never given twice in a room
    /// @param millis how long it spoke
    public record Spoke(long epoch, long millis) implements Body {}

    /// An entry of a kind this version does not know. It counts, and shows nothing.
    ///
    /// @param type the name of the kind on the wire
    public record Unknown(String type) implements Body {}
}
