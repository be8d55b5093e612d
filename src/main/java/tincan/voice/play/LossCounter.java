package tincan.voice.play;

import java.util.BitSet;
import java.util.Optional;
import tincan.voice.packet.Report;

/// Counts which of a sender's packets came. A packet is given some time before it counts as lost, so that one that was
/// overtaken does not. Not thread-safe.
final class LossCounter {
    private static final int KEPT = 2048;
    /// So many later packets may overtake one.
    private static final int PATIENCE = 10;
    private static final double LATEST = 0.01;

    private final BitSet came = new BitSet(KEPT);
    /// What was missing when a burst began.
    private final BitSet excused = new BitSet(KEPT);
    /// Everything before this is reported.
    private long reported = -1;
    private long highest;
    private double share;

    /// Takes note of a packet.
    ///
    /// @param first whether it begins a burst: what is missing before it was said in vain, without the floor, and is
    /// no loss
    void received(long seq, boolean first) {
        if (reported < 0 || seq >= reported + KEPT || seq < reported - KEPT) {
            came.clear();
            excused.clear();
            reported = seq;
            highest = seq - 1;
        }
        if (seq >= reported) {
            came.set(place(seq));
            excused.clear(place(seq));
        }
        for (long missing = first ? Math.max(reported, highest + 1) : seq; missing < seq; missing++) {
            excused.set(place(missing));
        }
        for (; highest < seq; highest++) {
            settle(highest + 1 - PATIENCE);
        }
    }

    private void settle(long seq) {
        if (seq >= reported && !excused.get(place(seq))) {
            share += LATEST * ((came.get(place(seq)) ? 0 : 1) - share);
        }
    }

    /// The share of packets lost of late, 0 to 1.
    double share() {
        return share;
    }

    /// What came since the last report; empty if nothing could.
    Optional<Report> report(int about) {
        long end = highest - PATIENCE + 1;
        if (reported < 0 || end <= reported) {
            return Optional.empty();
        }
        int expected = 0;
        int received = 0;
        int gap = 0;
        int longest = 0;
        for (; reported < end; reported++) {
            if (excused.get(place(reported))) {
                excused.clear(place(reported));
                continue;
            }
            boolean here = came.get(place(reported));
            came.clear(place(reported));
            expected++;
            received += here ? 1 : 0;
            gap = here ? 0 : gap + 1;
            longest = Math.max(longest, gap);
        }
        return Optional.of(new Report(about, expected, received, longest));
    }

    private static int place(long seq) {
        return (int) (seq % KEPT);
    }
}
