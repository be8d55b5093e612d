package tincan.room;

import java.util.Optional;

/// Who may speak: everybody, or one at a time. Who has the floor then is for its arbiter to say
/// ([tincan.room.floor]); here stands what that means for what comes into the log. Owner: the lock of the room.
public final class Turns {
    /// The log tells of turns in which somebody was heard. Of others there are fewer than this before it is written
    /// down again how far they have come: a turn takes some time.
    private static final long PASSED_OVER = 1L << 20;

    private final Members members;
    private Mode mode = Mode.CHAT;
    private long lastEpoch;
    /// Who may speak where one does at a time; 0 if nobody may.
    private int speaker;
    /// The last one who might, who is told of even if it is gone.
    private int lastSpeaker;
    private String lastSpeakerName = "";
    /// Whether it is nobody's turn.
    private boolean free = true;

    Turns(Members members) {
        this.members = members;
    }

    /// Those of a room that is gone on with.
    ///
    /// @param known the highest number of a turn that was written down
    void goOn(Mode was, long known) {
        mode = was;
        lastEpoch = known + PASSED_OVER;
    }

    /// Decides who may speak.
    ///
    /// @return whether it was another mode before
    boolean change(Mode to) {
        boolean other = mode != to;
        mode = to;
        return other;
    }

    /// Whether what this member says is taken.
    boolean maySay(int member) {
        return mode == Mode.CHAT || speaker == member;
    }

    /// Whether a line is taken that is a turn of its own.
    boolean maySayLine() {
        return mode == Mode.CHAT || free;
    }

    /// A member's turn is over in which it was heard.
    ///
    /// @return its name; empty if nobody knows it
    Optional<String> over(int member, long epoch) {
        if (!members.has(member) && member != lastSpeaker) {
            return Optional.empty();
        }
        lastEpoch = Math.max(lastEpoch, epoch);
        return Optional.of(members.has(member) ? members.nameOf(member) : lastSpeakerName);
    }

    /// Where one speaks at a time: it is somebody's turn, or nobody's.
    ///
    /// @param who may speak; 0 if nobody may
    /// @param nobodys whether the next one who says something may
    public void give(int who, boolean nobodys) {
        speaker = who;
        free = nobodys;
        if (members.has(who)) {
            lastSpeaker = who;
            lastSpeakerName = members.nameOf(who);
        }
    }

    /// Who may speak.
    public Mode mode() {
        return mode;
    }

    /// The highest number of a turn that is known of: the next turn has a higher one, and in a room that is gone on
    /// with any turn. 0 if there was none.
    public long lastEpoch() {
        return lastEpoch;
    }
}
