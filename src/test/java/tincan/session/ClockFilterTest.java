package tincan.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tincan.session.ClockFilter.Estimate;

final class ClockFilterTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    private final ClockFilter filter = new ClockFilter();

    @Test
    void theShortestRoundTripOfTheLastFewCounts() {
        filter.exchanged(Duration.ofMillis(100), NOW, NOW.plusMillis(5_090));
        filter.exchanged(Duration.ofMillis(4), NOW, NOW.plusMillis(5_002));
        filter.exchanged(Duration.ofMillis(50), NOW, NOW.plusMillis(5_000));
        assertEquals(Optional.of(new Estimate(Duration.ofSeconds(5), Duration.ofMillis(2))), filter.estimate());
        for (int i = 0; i < 8; i++) {
            filter.exchanged(Duration.ofMillis(10), NOW, NOW.plusMillis(7_005));
        }
        assertEquals(Optional.of(new Estimate(Duration.ofSeconds(7), Duration.ofMillis(5))), filter.estimate());
    }

    @Test
    void whatCannotBeIsPassedOver() {
        filter.exchanged(Duration.ofMillis(-1), NOW, NOW);
        filter.exchanged(Duration.ofMinutes(2), NOW, NOW);
        filter.exchanged(Duration.ofMillis(1), Instant.MIN, NOW);
        filter.exchanged(Duration.ofMillis(1), Instant.MAX, NOW);
        assertEquals(Optional.empty(), filter.estimate());
    }

    @Test
    void aSmallerErrorAndAMovedClockAreNews() {
        Estimate old = new Estimate(Duration.ofMillis(100), Duration.ofMillis(10));
        assertTrue(new Estimate(Duration.ofMillis(100), Duration.ofMillis(4)).isNewsAfter(old));
        assertTrue(new Estimate(Duration.ofMillis(111), Duration.ofMillis(10)).isNewsAfter(old));
        assertFalse(new Estimate(Duration.ofMillis(105), Duration.ofMillis(9)).isNewsAfter(old));
    }
}
