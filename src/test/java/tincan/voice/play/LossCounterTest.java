package tincan.voice.play;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import tincan.voice.packet.Report;

final class LossCounterTest {
    private static final int ADA = 1;

    private final LossCounter losses = new LossCounter();

    private void came(int from, int to, boolean first) {
        for (int seq = from; seq < to; seq++) {
            losses.received(seq, first && seq == from);
        }
    }

    @Test
    void whatIsMissingWithinABurstIsLost() {
        came(0, 50, true);
        came(53, 110, false);
        assertEquals(Optional.of(new Report(ADA, 100, 97, 3)), losses.report(ADA));
    }

    @Test
    void whatIsMissingBeforeABurstWasNeverPassedOn() {
        came(0, 50, true);
        came(80, 140, true);
        assertEquals(Optional.of(new Report(ADA, 100, 100, 0)), losses.report(ADA));
        assertEquals(0, losses.share());
    }

    @Test
    void whatComesAfterAllCounts() {
        came(0, 50, true);
        losses.received(52, true);
        came(50, 52, false);
        came(53, 110, false);
        assertEquals(Optional.of(new Report(ADA, 100, 100, 0)), losses.report(ADA));
    }
}
