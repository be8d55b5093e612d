package tincan.journal;

/// What a host's journal says of one member.
///
/// @param key the secret with which it may come back
/// @param mayReturn whether it keeps its place when its connection is lost
/// @param present whether it was connected when this was written
/// @param said the highest id of its own texts that the room had when this was written
public record MemberRecord(int member, String name, String key, boolean mayReturn, boolean present, long said) {}
