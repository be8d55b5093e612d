package tincan.secure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

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
        assertEquals(Verdict.WRONG, wrong("place 11", 2 * SECOND));
    }

    @Test
    void aTryThatBeganBeforeTheWaitIsNotLookedAtWhileItLasts() {
        Code code = keeper.current();
        AtomicInteger asked = new AtomicInteger();
        assertEquals(Verdict.WRONG, wrong("there", 0));
        for (int i = 0; i < 15; i++) {
            assertEquals(Verdict.TOO_EARLY, keeper.judge(code, "there", 1, () -> asked.incrementAndGet() > 0));
        }
        assertEquals(0, asked.get());
        assertEquals(1, keeper.secondsToWait("there", SECOND / 2), "what was not looked at makes no wait longer");
        assertEquals(Verdict.RIGHT, keeper.judge(code, "there", 2 * SECOND, () -> true));
    }

    @Test
    void eachChangeThatTriesForceMakesEverybodyWaitTwiceAsLong() {
        List<Integer> waits = new ArrayList<>();
        long now = 0;
        for (int i = 0; i < 8; i++) {
            force(now);
            assertEquals(Verdict.TOO_EARLY, keeper.judge(keeper.current(), "elsewhere", now, () -> true));
            int seconds = keeper.secondsToWait("elsewhere", now + 1);
            waits.add(seconds);
            now += seconds * SECOND;
            assertEquals(0, keeper.secondsToWait("elsewhere", now));
        }
        assertEquals(List.of(1, 2, 4, 8, 16, 32, 64, 64), waits);
        long calm = now + TimeUnit.MINUTES.toNanos(11);
        force(calm);
        assertEquals(1, keeper.secondsToWait("elsewhere", calm + 1));
    }

    @Test
    void aPersonWhoTakesAnotherCodeMakesNobodyWait() {
        keeper.change();
        assertEquals(0, keeper.secondsToWait("elsewhere", 0));
    }

    private void force(long now) {
        Code before = keeper.current();
        for (int i = 0; i < CodeKeeper.TRIES; i++) {
            wrong("place " + i + " at " + now, now);
        }
        assertNotEquals(before, keeper.current());
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
        long now = 0;
        wrong("first", now);
        for (int i = 0; i < 2000; i++) {
            now += 65 * SECOND;
            wrong("place " + i, now);
        }
        now += 65 * SECOND;
        assertEquals(1, waitAfterAnother("first", now), "forgotten");
        assertEquals(1, waitAfterAnother("place 900", now), "forgotten");
        assertEquals(2, waitAfterAnother("place 1999", now), "remembered");
    }

    private int waitAfterAnother(String place, long now) {
        assertEquals(Verdict.WRONG, wrong(place, now));
        return keeper.secondsToWait(place, now + 1);
    }

    private Verdict wrong(String place, long now) {
        return keeper.judge(keeper.current(), place, now, () -> false);
    }
}
