package tincan.room.floor;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tincan.room.floor.FloorWorld.Tally;

/// Thirty hours of pressing keys on a bad network. A failure names its seed: `-Dfloor.seed=` repeats it.
@Timeout(300)
class FloorSimulationTest {
    private static final long TEN_MINUTES = TimeUnit.MINUTES.toNanos(10);
    private static final int RUNS = Integer.getInteger("floor.runs", 180);

    @Test
    void neverDoTwoSpeakAtOnceAndNobodyWaitsWithoutEnd() {
        Long only = Long.getLong("floor.seed");
        long first = only != null ? only : new SplittableRandom().nextLong(1L << 40);
        int runs = only != null ? 1 : RUNS;
        System.out.println("floors with seeds " + first + " to " + (first + runs - 1));
        Tally tally = simulate(first, runs, FloorParticipant::new);
        System.out.println(tally.turns + " turns, " + tally.crashes + " crashes, " + tally.standstills
                + " standstills, " + tally.revoked + " revoked, longest wait "
                + TimeUnit.NANOSECONDS.toMillis(tally.longestWait) + " ms");
        assertTrue(only != null || tally.turns > 30L * runs, "much happened");
    }

    /// The rule that is hardest to see: without it a grant for an earlier press is taken for an answer to this one,
    /// while the server has heard that the earlier press is over.
    @Test
    void withoutTheRuleThatAGrantAnswersAPressTwoSpeakAtOnce() {
        AssertionError found = assertThrows(AssertionError.class, () -> simulate(1, RUNS, Careless::new));
        assertTrue(String.valueOf(found.getMessage()).contains("speak at once"), found.getMessage());
    }

    /// Takes any grant for its own.
    private static final class Careless extends FloorParticipant {
        @Override
        boolean isCurrent(long number) {
            return true;
        }
    }

    private static Tally simulate(long first, int runs, Supplier<FloorParticipant> key) {
        Tally tally = new Tally();
        for (long seed = first; seed < first + runs; seed++) {
            try {
                new FloorWorld(seed, key, tally).run(TEN_MINUTES);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("floor.seed=" + seed + ": " + e.getMessage(), e);
            }
        }
        return tally;
    }
}
