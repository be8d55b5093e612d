package tincan.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import tincan.room.Rate;

final class PaceTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final Pace pace = new Pace(new Rate(100, Duration.ofSeconds(5), Duration.ofSeconds(30)), 0);

    @Test
    void aBurstGoesThroughAndWhatComesAfterItWaits() {
        assertEquals(0, pace.spend(500, 0));
        assertEquals(SECOND / 2, pace.spend(50, 0));
        assertEquals(0, pace.spend(50, SECOND));
    }

    @Test
    void whoPushesForHalfAMinuteIsAFlood() {
        long now = 0;
        pace.spend(501, now);
        while (now < 29 * SECOND) {
            now += SECOND;
            pace.spend(200, now);
            assertFalse(pace.isFlood(now));
        }
        assertTrue(pace.isFlood(31 * SECOND));
    }

    @Test
    void whoPausesIsNone() {
        pace.spend(501, 0);
        assertEquals(0, pace.spend(1, 20 * SECOND));
        assertFalse(pace.isFlood(31 * SECOND));
    }

    @Test
    void aLongTextCountsAsSeveral() {
        assertEquals(1, Pace.cost("hello"));
        assertEquals(17, Pace.cost("a".repeat(65_536)));
    }

    @Test
    void withoutALimitNobodyWaits() {
        Pace unlimited = new Pace(Rate.UNLIMITED, 0);
        assertEquals(0, unlimited.spend(Integer.MAX_VALUE, 0));
        assertFalse(unlimited.isFlood(Long.MAX_VALUE));
    }
}
