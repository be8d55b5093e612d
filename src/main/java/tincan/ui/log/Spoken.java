package tincan.ui.log;

import java.time.Instant;

/// A message of the conversation, as the log knows it.
///
/// @param seq its number in the room; 0 while it has none
/// @param id its author's own number for it
/// @param member its author
/// @param mine whether this side said it
/// @param at when the host gave it its number, by the host's clock; without a number, when it was written
public record Spoken(long seq, long id, int member, boolean mine, Instant at) {}
