package tincan.voice.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class RedundancyTest {
    private static final long SECOND = 1_000_000_000L;

    private final Redundancy redundancy = new Redundancy();
    private long now = -3 * SECOND;

    private int after(int reporter, int lost, int longest) {
        now += SECOND;
        redundancy.reported(reporter, new Report(1, 100, 100 - lost, longest), now);
        return redundancy.depth(now);
    }

    @Test
    void nothingGoesAlongWhereNothingIsLost() {
        assertEquals(0, redundancy.depth(now));
        assertEquals(0, after(2, 0, 0));
        assertEquals(0, after(2, 1, 1));
    }

    @Test
    void moreLossMakesMoreOfIt() {
        assertEquals(1, after(2, 2, 1));
        assertEquals(2, after(2, 9, 1));
    }

    @Test
    void severalLostInARowAskForTwo() {
        assertEquals(2, after(2, 3, 3));
    }

    @Test
    void itIsGivenUpAfterTenSecondsWithoutLoss() {
        after(2, 2, 1);
        for (int i = 0; i < 9; i++) {
            assertEquals(1, after(2, 0, 0), "second " + i);
        }
        assertEquals(0, after(2, 0, 0));
    }

    @Test
    void aLittleLossKeepsWhatIsThereButAsksForNothing() {
        after(2, 2, 1);
        for (int i = 0; i < 30; i++) {
            assertEquals(1, after(2, 1, 1), "second " + i);
        }
        assertEquals(0, after(3, 1, 1) - 1, "still one, because of the other");
    }

    @Test
    void whoHearsWorstCounts() {
        after(2, 10, 1);
        assertEquals(2, after(3, 0, 0));
    }

    @Test
    void fewPacketsSayNothing() {
        redundancy.reported(2, new Report(1, 10, 1, 9), now);
        assertEquals(0, redundancy.depth(now));
    }
}
