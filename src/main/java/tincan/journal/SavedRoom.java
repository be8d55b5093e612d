package tincan.journal;

import java.nio.file.Path;
import java.time.Instant;

/// What there is to know of a kept room without taking it up.
///
/// @param file in which it lies
/// @param written when something was written to it last
/// @param members how many came in, the host and those who have left included
public record SavedRoom(Path file, RoomHead head, Instant written, int members) {}
