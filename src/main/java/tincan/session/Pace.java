package tincan.session;

import java.util.concurrent.TimeUnit;
import tincan.room.Rate;

/// How fast one member may speak: a burst goes through, what comes after it is slowed down to a steady rate (a token
/// bucket), and whoever pushes against that without a pause for long is a flood. Not thread-safe; time comes in.
final class Pace {
    /// A text of so many characters more costs as much as one text more.
    private static final int CHARACTERS = 4096;
    private static final double NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Rate rate;
    private final double burst;
    private double tokens;
    private long last;
    private long pushingSince;
    private boolean pushing;

    Pace(Rate rate, long now) {
        this.rate = rate;
        this.burst = rate.perSecond() * (rate.burst().toNanos() / NANOS);
        this.tokens = burst;
        this.last = now;
    }

    /// What a text costs.
    static int cost(String text) {
        return 1 + text.length() / CHARACTERS;
    }

    /// Takes what was said into account.
    ///
    /// @return how many nanoseconds to wait before more is taken; 0 at best
    long spend(int cost, long now) {
        if (rate.perSecond() == 0 || cost == 0) {
            return 0;
        }
        tokens = Math.min(burst, tokens + (now - last) * rate.perSecond() / NANOS) - cost;
        last = now;
        if (tokens >= 0) {
            pushing &= tokens < burst / 2;
            return 0;
        }
        if (!pushing) {
            pushing = true;
            pushingSince = now;
        }
        return (long) (-tokens * NANOS / rate.perSecond());
    }

    /// Whether this has gone on for too long.
    boolean isFlood(long now) {
        return pushing && now - pushingSince > rate.push().toNanos();
    }
}
