package tincan.bench;

/// A member that says things, and what of them is still under way. Owner: the load's thread.
final class Talker {
    private final Member member;
    private final int tag;
    private int due;

    Talker(Member member) {
        this.member = member;
        this.tag = Stamp.tag(member.number());
    }

    /// The letters in its texts, see [Stamp#tag].
    int tag() {
        return tag;
    }

    /// So many more texts are to be said.
    void owe(int count) {
        due += count;
    }

    /// Says what is due, all at once.
    ///
    /// @param time when it was to be said
    void say(long time) {
        if (due > 0) {
            member.say(time, due);
            due = 0;
        }
    }
}
