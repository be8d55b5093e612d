package tincan.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;

final class FarewellsTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    @Test
    void waitsUntilAllAreLeft() throws Exception {
        Farewells farewells = new Farewells(Thread::startVirtualThread);
        ScriptedSession one = ScriptedSession.host("a", "Ada");
        ScriptedSession two = ScriptedSession.guest("a", "Bob");
        farewells.leave(one);
        farewells.leave(two);
        farewells.await(LONG);
        assertTrue(one.hasLeft());
        assertTrue(two.hasLeft());
    }

    @Test
    void waitsNoLongerThanItShould() {
        Deque<Runnable> never = new ArrayDeque<>();
        Farewells farewells = new Farewells(never::add);
        farewells.leave(ScriptedSession.host("a", "Ada"));
        long before = System.nanoTime();
        farewells.await(Duration.ofMillis(10));
        assertTrue(System.nanoTime() - before < LONG.toNanos());
    }
}
