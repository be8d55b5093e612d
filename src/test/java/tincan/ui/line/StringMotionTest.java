package tincan.ui.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import tincan.trace.Direction;

class StringMotionTest {
    private static final double FRAME = 1.0 / 60;

    private final StringMotion motion = new StringMotion();

    private double untilRest() {
        double seconds = 0;
        while (motion.advance(FRAME) && seconds < 60) {
            seconds += FRAME;
        }
        return seconds;
    }

    @Test
    void itBeginsSlackAndAtRest() {
        assertEquals(1, motion.slack());
        assertTrue(motion.resting());
    }

    @Test
    void itComesToRestTautWithinThreeSeconds() {
        motion.hang(Tension.TAUT, false);
        assertFalse(motion.resting());
        assertTrue(untilRest() < 3, "seconds until rest");
        assertEquals(0, motion.slack(), 0.01);
    }

    @Test
    void aCutStringComesToRestWithItsEndsDown() {
        motion.hang(Tension.CUT, false);
        assertTrue(untilRest() < 3, "seconds until rest");
        assertEquals(1, motion.fallen());
    }

    @Test
    void aBeadTravelsInItsDirectionAndTheStringRestsAgain() {
        motion.hang(Tension.TAUT, true);
        motion.pulse(Direction.IN, 1);
        motion.advance(FRAME);
        double start = motion.beads().getFirst().place();
        motion.advance(0.3);
        assertTrue(motion.beads().getFirst().place() < start, "towards the near can");
        assertTrue(untilRest() < 5, "seconds until rest");
    }

    @Test
    void aFloodKeepsTheBeadsWithinBounds() {
        motion.hang(Tension.TAUT, true);
        for (int i = 0; i < 600; i++) {
            motion.pulse(Direction.OUT, 1_000_000);
            motion.advance(FRAME);
            assertTrue(motion.beads().size() <= StringMotion.MOST_BEADS, "beads");
        }
        assertTrue(untilRest() < 10, "seconds until rest");
    }

    @Test
    void nothingTravelsOnASlackString() {
        motion.pulse(Direction.OUT, 1);
        assertTrue(motion.resting());
    }
}
