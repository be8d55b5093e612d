package tincan.session;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long to wait before the next try to connect again: from 0.2 s, doubling to 2 s, each time a random half of it
/// less, so that the guests of a host that comes back do not all knock at once. Pure.
final class Backoff {
    private static final Duration FIRST = Duration.ofMillis(200);
    private static final Duration LONGEST = Duration.ofSeconds(2);

    private final RandomGenerator random;
    private Duration next = FIRST;

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    /// The next wait.
    Duration next() {
        long millis = next.toMillis();
        Duration doubled = next.multipliedBy(2);
        next = doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
        return Duration.ofMillis(millis - random.nextLong(millis / 2 + 1));
    }

    /// A connection was made: the next loss starts anew.
    void reset() {
        next = FIRST;
    }
}
