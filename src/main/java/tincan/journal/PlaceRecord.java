package tincan.journal;

/// A guest's place in a room, as its file says it.
///
/// @param asked the name it had asked for
/// @param session the room's id
/// @param member its number in the room
/// @param key its secret for coming back
/// @param first the number of the first entry that it was sent
/// @param security a word for what was known of the host; so a place in a private room is never claimed in plain text
public record PlaceRecord(String asked, String session, int member, String key, long first, String security) {}
