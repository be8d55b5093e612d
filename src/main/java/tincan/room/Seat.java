package tincan.room;

/// One member's connection to the room: a command from a connection that another has replaced is told by its turn.
///
/// @param member the member's number
/// @param turn how often the member has come in, from 1
public record Seat(int member, int turn) {}
