package tincan.room;

import java.time.Duration;

/// What a host may set for its room.
///
/// @param members how many members it takes, those who may come back included
/// @param history how many entries a late joiner sees of what was before
/// @param retention how many bytes of entries are kept for those who come back
/// @param awayFor how long a member whose connection was lost keeps its place
/// @param textsPerSecond how many texts a member may say each second, after a burst; 0 for no limit
public record RoomRules(int members, int history, long retention, Duration awayFor, int textsPerSecond) {

    /// 200 members, 200 entries, 32 MiB, ten minutes, 1,000 texts a second.
    public static final RoomRules DEFAULT = new RoomRules(Limits.MEMBERS, Limits.HISTORY, 32L << 20,
            Duration.ofMinutes(10), Limits.TEXTS_PER_SECOND);

    public RoomRules {
        if (members < 1 || history < 0 || retention < 1 || awayFor.isNegative() || textsPerSecond < 0) {
            throw new IllegalArgumentException("members " + members + ", history " + history);
        }
    }

    /// The same with another number of members.
    public RoomRules withMembers(int most) {
        return new RoomRules(most, history, retention, awayFor, textsPerSecond);
    }

    /// The same with another number of texts a second; 0 for no limit.
    public RoomRules withTextsPerSecond(int most) {
        return new RoomRules(members, history, retention, awayFor, most);
    }
}
