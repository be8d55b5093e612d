package tincan.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CountdownTest {
    private final Deque<Runnable> seconds = new ArrayDeque<>();
    private final List<Long> shown = new ArrayList<>();
    private final Countdown countdown = new Countdown(seconds::add);

    @Test
    void aPartOfASecondCountsAsAWholeOne() {
        countdown.leftProperty().subscribe(left -> shown.add(left.longValue()));
        countdown.begin(Duration.ofMillis(1_200));
        runAll();
        assertEquals(List.of(0L, 2L, 1L, 0L), shown);
    }

    @Test
    void oneThatIsStoppedStaysStopped() {
        countdown.begin(Duration.ofSeconds(5));
        countdown.stop();
        runAll();
        assertEquals(0, countdown.leftProperty().get());
    }

    @Test
    void beginningAnewCountsOnce() {
        countdown.begin(Duration.ofSeconds(5));
        countdown.begin(Duration.ofSeconds(3));
        seconds.remove().run();
        seconds.remove().run();
        assertEquals(2, countdown.leftProperty().get());
    }

    private void runAll() {
        while (!seconds.isEmpty()) {
            seconds.remove().run();
        }
    }
}
