package tincan.room;

/// A member as a snapshot.
///
/// @param present whether it is connected; false while it may still come back
public record Attendee(int member, String name, boolean present) {}
