package tincan.secure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import tincan.secure.CodeKeeper.Verdict;

final class CodeKeeperTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final CodeKeeper keeper = new CodeKeeper();

    @Test
    void eachWrongTryFromOnePlaceMakesTheNextWaitTwiceAsLong() {
        List<Integer> waits = new ArrayList<>();
        long now = 0;
        for (int i = 0; i < 9; i++) {
            assertEquals(Verdict.WRONG, wrong("there", now));
            int seconds = keeper.secondsToWait("there", now + 1);
            waits.add(seconds);
            now += seconds * SECOND;
        }
        assertEquals(List.of(1, 2, 4, 8, 16, 32, 64, 64, 64), waits);
        assertEquals(0, keeper.secondsToWait("elsewhere", 0));
    }

    @Test
    void aRightTryClearsThePlace() {
        wrong("there", 0);
        assertEquals(Verdict.RIGHT, keeper.judge(keeper.current(), "there", 2 * SECOND, () -> true));
        assertEquals(0, keeper.secondsToWait("there", 2 * SECOND));
    }

    @Test
    void afterTenWrongTriesInAllTheCodeIsAnother() {
        Code before = keeper.current();
        for (int i = 1; i < CodeKeeper.TRIES; i++) {
            assertEquals(Verdict.WRONG, wrong("place " + i, 0));
        }
        assertEquals(Verdict.WRONG_AND_CHANGED, wrong("place 10", 0));
        assertNotEquals(before, keeper.current());
        assertEquals(Verdict.WRONG, wrong("place 11", 0));
    }

    @Test
    void aTryWithACodeThatWasChangedIsNotLookedAt() {
        Code before = keeper.current();
        keeper.change();
        AtomicInteger asked = new AtomicInteger();
        assertEquals(Verdict.STALE, keeper.judge(before, "there", 0, () -> asked.incrementAndGet() > 0));
        assertEquals(0, asked.get());
    }

    @Test
    void howeverManyComeAtOnceNoMoreThanTenWrongOnesAreLookedAt() throws Exception {
        Code code = keeper.current();
        AtomicInteger looked = new AtomicInteger();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Callable<Verdict>> tries = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                String place = "place " + i;
                tries.add(() -> keeper.judge(code, place, 0, () -> looked.incrementAndGet() < 0));
            }
            threads.invokeAll(tries);
        }
        assertEquals(CodeKeeper.TRIES, looked.get());
    }

    @Test
    void aThousandPlacesAreRememberedAndNotMore() {
        wrong("first", 0);
        for (int i = 0; i < 2000; i++) {
            wrong("place " + i, 0);
        }
        assertEquals(0, keeper.secondsToWait("first", 1));
        assertTrue(keeper.secondsToWait("place 1999", 1) > 0);
        assertFalse(keeper.secondsToWait("place 900", 1) > 0);
    }

    private Verdict wrong(String place, long now) {
        return keeper.judge(keeper.current(), place, now, () -> false);
    }
}
