package tincan.room;

/// How far a guest has come in the room's log. Not thread-safe.
public final class Place {
    private long last;

    /// What an entry is to a guest that stands here.
    public enum Step {
        /// The next one.
        NEXT,
        /// It has been here already.
        REPEATED,
        /// Entries between the last one and this one are missing for good.
        AFTER_GAP
    }

    /// Begins before the entry `first`: this guest is not entitled to earlier ones.
    public void startBefore(long first) {
        last = first - 1;
    }

    /// Takes note of the entry `seq`; a repeated one does not count.
    public Step take(long seq) {
        if (seq <= last) {
            return Step.REPEATED;
        }
        Step step = seq == last + 1 ? Step.NEXT : Step.AFTER_GAP;
        last = seq;
        return step;
    }

    /// The number of the last entry that was taken.
    public long last() {
        return last;
    }
}
