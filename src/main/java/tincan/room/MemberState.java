package tincan.room;

/// One member, as it is written down so that a room can be restored.
///
/// @param key the secret with which it may come back
/// @param mayReturn whether it keeps its place when its connection is lost
/// @param present whether it is connected
/// @param said the highest id of its own texts that the room has
public record MemberState(int member, String name, String key, boolean mayReturn, boolean present, long said) {}
