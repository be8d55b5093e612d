package tincan.voice;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class GateTest {
    private final Gate gate = new Gate();

    private boolean hears(double level, int frames) {
        boolean hears = false;
        for (int i = 0; i < frames; i++) {
            hears = gate.hears(level);
        }
        return hears;
    }

    @Test
    void speechIsHeardAtItsFirstFrame() {
        assertFalse(hears(-70, 100));
        assertTrue(hears(-35, 1));
    }

    @Test
    void aPauseBetweenWordsIsPassedOver() {
        hears(-25, 10);
        assertTrue(hears(-70, 20));
        assertFalse(hears(-70, 20));
    }

    @Test
    void aFanIsLearned() {
        assertFalse(hears(-48, 3000));
        assertTrue(hears(-30, 1));
    }

    @Test
    void whoShoutsAllTheTimeIsHeardAllTheTime() {
        assertTrue(hears(-10, 60_000));
    }
}
