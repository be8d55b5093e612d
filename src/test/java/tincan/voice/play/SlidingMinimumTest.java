package tincan.voice.play;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SlidingMinimumTest {
    private static final long SECOND = 1_000_000_000L;

    @ParameterizedTest
    @ValueSource(longs = {0, -1_000 * SECOND, 1_000 * SECOND})
    void whatIsOlderThanTenSecondsIsForgottenWhateverTheClockSays(long begin) {
        SlidingMinimum minimum = new SlidingMinimum();
        minimum.add(3, begin);
        minimum.add(7, begin + 5 * SECOND);
        assertEquals(3, minimum.get());
        minimum.add(9, begin + 12 * SECOND);
        assertEquals(7, minimum.get());
        minimum.add(9, begin + 40 * SECOND);
        assertEquals(9, minimum.get());
    }
}
