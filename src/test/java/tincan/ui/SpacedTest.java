package tincan.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;

class SpacedTest {
    private static final Duration APART = Duration.ofMillis(40);

    private final List<Long> runs = new CopyOnWriteArrayList<>();

    @Test
    void whatComesAloneRunsAtOnce() {
        new Spaced(Runnable::run, APART).execute(this::run);
        assertEquals(1, runs.size());
    }

    @Test
    void whatFollowsWaitsItsTimeAndThenRuns() throws InterruptedException {
        BlockingQueue<Runnable> target = new LinkedBlockingQueue<>();
        Spaced spaced = new Spaced(target::add, APART);
        for (int i = 0; i < 3; i++) {
            spaced.execute(this::run);
            target.take().run();
        }
        for (int i = 1; i < runs.size(); i++) {
            assertTrue(runs.get(i) - runs.get(i - 1) >= APART.toNanos(), () -> "at " + runs);
        }
        assertEquals(3, runs.size());
    }

    private void run() {
        runs.add(System.nanoTime());
    }
}
