package tincan.room;

import java.time.Duration;

/// What a host may set for its room.
///
/// @param members how many members it takes, those who may come back included
/// @param history how many entries a late joiner sees of what was before
/// @param retention how many bytes of entries are kept for those who come back
/// @param awayFor how long a member whose connection was lost keeps its place
/// @param rate how fast a member may speak
/// @param mode who may speak at first
/// @param talkLimit how long one may have the floor
public record RoomRules(int members, int history, long retention, Duration awayFor, Rate rate, Mode mode,
        Duration talkLimit) {
    /// The usual talk limit.
    public static final Duration TALK_LIMIT = Duration.ofSeconds(30);
    /// The shortest that may be set.
    public static final Duration SHORTEST_TALK_LIMIT = Duration.ofSeconds(10);
    /// The longest that may be set.
    public static final Duration LONGEST_TALK_LIMIT = Duration.ofMinutes(2);

    /// 200 members, 200 entries, 32 MiB, ten minutes, the usual rate.
    public static final RoomRules DEFAULT = new RoomRules(Limits.MEMBERS, Limits.HISTORY, 32L << 20,
            Duration.ofMinutes(10), Rate.DEFAULT);

    /// For a chat.
    public RoomRules(int members, int history, long retention, Duration awayFor, Rate rate) {
        this(members, history, retention, awayFor, rate, Mode.CHAT, TALK_LIMIT);
    }

    public RoomRules {
        if (members < 1 || history < 0 || retention < 1 || awayFor.isNegative()) {
            throw new IllegalArgumentException("members " + members + ", history " + history);
        }
        if (talkLimit.compareTo(SHORTEST_TALK_LIMIT) < 0 || talkLimit.compareTo(LONGEST_TALK_LIMIT) > 0) {
            throw new IllegalArgumentException("talk limit " + talkLimit);
        }
    }

    /// The same with another number of members.
    public RoomRules withMembers(int most) {
        return new RoomRules(most, history, retention, awayFor, rate, mode, talkLimit);
    }

    /// The same with another rate.
    public RoomRules withRate(Rate other) {
        return new RoomRules(members, history, retention, awayFor, other, mode, talkLimit);
    }

    /// The same, beginning with another mode.
    public RoomRules withMode(Mode other) {
        return new RoomRules(members, history, retention, awayFor, rate, other, talkLimit);
    }

    /// The same with another talk limit.
    public RoomRules withTalkLimit(Duration other) {
        return new RoomRules(members, history, retention, awayFor, rate, mode, other);
    }
}
