package tincan.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class HistogramTest {
    private final Histogram histogram = new Histogram();

    @Test
    void smallDurationsAreExact() {
        for (int nanos = 1; nanos <= 100; nanos++) {
            histogram.record(nanos);
        }
        assertEquals(Duration.ofNanos(50), histogram.percentile(0.5));
        assertEquals(Duration.ofNanos(99), histogram.percentile(0.99));
    }

    @Test
    void aPercentileIsAtMostOneSixtyFourthTooLarge() {
        for (long nanos = 1; nanos < Duration.ofHours(1).toNanos(); nanos = nanos * 5 / 4 + 1) {
            Histogram one = new Histogram();
            one.record(nanos);
            long found = one.percentile(0.5).toNanos();
            assertTrue(found >= nanos && found <= nanos + nanos / 64, nanos + " became " + found);
        }
    }

    @Test
    void aClockThatGoesBackCountsAsNoTime() {
        histogram.record(-5);
        assertEquals(Duration.ZERO, histogram.percentile(1));
    }
}
