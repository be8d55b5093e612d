package tincan.session;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Optional;

/// Estimates how much this computer's clock is ahead of another's, from questions and answers, as NTP does (RFC 5905,
/// section 10): of the last few exchanges the one with the shortest round trip says most, and it is off by half of that
/// at the most. Thread-safe.
final class ClockFilter {
    /// So many exchanges count.
    private static final int KEPT = 8;
    private static final Duration LONGEST = Duration.ofMinutes(1);
    /// What is further apart is no clock.
    private static final Duration FARTHEST = Duration.ofDays(36_500);

    /// Owner: the lock on this object.
    private final Deque<Estimate> last = new ArrayDeque<>();

    /// What an exchange says.
    ///
    /// @param ahead how much this computer's clock is ahead
    /// @param error how far off that may be
    record Estimate(Duration ahead, Duration error) {
        /// Whether whoever knows the `older` one should know this one: the clock has moved, or is known better.
        boolean isNewsAfter(Estimate older) {
            return ahead.minus(older.ahead).abs().compareTo(error) > 0
                    || error.multipliedBy(2).compareTo(older.error) < 0;
        }
    }

    /// Takes an exchange; one that cannot be is passed over.
    ///
    /// @param roundTrip how long it took
    /// @param there what the other's clock said in the middle of it
    /// @param now what this computer's says at its end
    synchronized void exchanged(Duration roundTrip, Instant there, Instant now) {
        Duration half = roundTrip.dividedBy(2);
        Duration ahead = Duration.between(there, now).minus(half);
        if (roundTrip.isNegative() || roundTrip.compareTo(LONGEST) > 0 || ahead.abs().compareTo(FARTHEST) > 0) {
            return;
        }
        last.addLast(new Estimate(ahead, half));
        if (last.size() > KEPT) {
            last.removeFirst();
        }
    }

    /// The best of the last few; empty before the first.
    synchronized Optional<Estimate> estimate() {
        return last.stream().min(Comparator.comparing(Estimate::error));
    }
}
