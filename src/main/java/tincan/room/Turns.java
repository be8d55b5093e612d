package tincan.room;

import java.util.Optional;

/// Who may speak: everybody, or one at a time. Who has the floor then is for its arbiter to say ([tincan.room.floor]);
/// here stands what that means for what comes into the log. Owner: the lock of the room.
public final class Turns {
    private final Members members;
    private Mode mode = Mode.CHAT;
    /// The number of the last turn in which somebody was heard.
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

    /// Those of a room that is restored.
    void restore(Mode was, long epoch) {
        mode = was;
        lastEpoch = epoch;
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

    /// The number of the last turn in which somebody was heard; 0 if there was none.
    public long lastEpoch() {
        return lastEpoch;
    }
}
