package tincan.room;

import java.time.Duration;

/// What a host may set for its room.
///
/// @param members how many members it takes, those who may come back included
/// @param history how many entries a late joiner sees of what was before
/// @param retention how many bytes of entries are kept for those who come back
/// @param awayFor how long a member whose connection was lost keeps its place
/// @param rate how fast a member may speak
public record RoomRules(int members, int history, long retention, Duration awayFor, Rate rate) {

    /// 200 members, 200 entries, 32 MiB, ten minutes, the usual rate.
    public static final RoomRules DEFAULT = new RoomRules(Limits.MEMBERS, Limits.HISTORY, 32L << 20,
            Duration.ofMinutes(10), Rate.DEFAULT);

    public RoomRules {
        if (members < 1 || history < 0 || retention < 1 || awayFor.isNegative()) {
            throw new IllegalArgumentException("members " + members + ", history " + history);
        }
    }

    /// The same with another number of members.
    public RoomRules withMembers(int most) {
        return new RoomRules(most, history, retention, awayFor, rate);
    }

    /// The same with another rate.
    public RoomRules withRate(Rate other) {
        return new RoomRules(members, history, retention, awayFor, other);
    }
}
