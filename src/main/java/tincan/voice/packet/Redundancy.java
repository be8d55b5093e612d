package tincan.voice.packet;

import java.util.HashMap;
import java.util.Map;

/// Decides how many frames that were sent before go along again, by what the others report: enough for the one who
/// hears worst. Not thread-safe; the time is the caller's.
public final class Redundancy {
    /// So many frames at the most.
    public static final int DEEPEST = 2;

    private static final double SOME = 0.01;
    private static final double MUCH = 0.08;
    private static final double HARDLY_ANY = 0.005;
    /// One frame more does not cover a gap of more than one.
    private static final int GAP = 2;
    /// Fewer packets than this say nothing about a share.
    private static final int FEWEST = 20;
    private static final int MOST_REPORTERS = 256;
    private static final long CALM_NANOS = 10_000_000_000L;

    /// When each reporter last had a reason for a depth of one and of two.
    private final Map<Integer, Needs> needs = new HashMap<>();

    private record Needs(long one, long two) {}

    /// Takes the report of the member `reporter`.
    public void reported(int reporter, Report report, long nowNanos) {
        if (report.expected() < FEWEST || (needs.size() >= MOST_REPORTERS && !needs.containsKey(reporter))) {
            return;
        }
        Needs before = needs.getOrDefault(reporter, new Needs(nowNanos - CALM_NANOS, nowNanos - CALM_NANOS));
        double loss = report.loss();
        boolean two = loss > MUCH || (loss > SOME && report.longest() >= GAP);
        boolean one = two || loss > SOME || (loss >= HARDLY_ANY && nowNanos - before.one < CALM_NANOS);
        needs.put(reporter, new Needs(one ? nowNanos : before.one, two ? nowNanos : before.two));
    }

    /// 0, 1 or 2. A need counts for ten seconds, also that of one who is gone.
    public int depth(long nowNanos) {
        needs.values().removeIf(need -> nowNanos - need.one >= CALM_NANOS);
        if (needs.isEmpty()) {
            return 0;
        }
        return needs.values().stream().anyMatch(need -> nowNanos - need.two < CALM_NANOS) ? DEEPEST : 1;
    }
}
