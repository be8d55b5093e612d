package tincan.session;

import java.util.Optional;

/// One member as others see it.
///
/// @param member its number in the room; the host is 1; 0 before it is known
/// @param name unique in the room
/// @param present whether it is connected now; false while it may still come back
/// @param address where it is connected from, as the host sees it; empty for the host itself and at guests
public record Person(int member, String name, boolean present, Optional<String> address) {
    /// The host's own number in its room.
    public static final int HOST = 1;
}
