package tincan.session;

/// How many packets a second are taken from somebody, or told; more are not. Not thread-safe; time comes in, by
/// [System#nanoTime].
final class Allowance {
    private static final double SECOND = 1e9;

    private final int perSecond;
    private double left;
    private long last;

    /// @param perSecond in the long run; as many at once
    Allowance(int perSecond, long now) {
        this.perSecond = perSecond;
        this.left = perSecond;
        this.last = now;
    }

    /// Whether one more is taken.
    boolean takes(long now) {
        left = Math.min(perSecond, left + Math.max(0, now - last) * perSecond / SECOND);
        last = now;
        if (left < 1) {
            return false;
        }
        left--;
        return true;
    }
}
