package tincan.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import tincan.session.SessionEvent;

final class SessionFeedTest {
    private final SessionFeed feed = new SessionFeed();

    @Test
    void whatCameBeforeThePaneIsNotLost() {
        feed.accept(event(1));
        AtomicInteger rings = new AtomicInteger();
        feed.onEvent(rings::incrementAndGet);
        assertEquals(1, rings.get());
        feed.accept(event(2));
        assertEquals(2, rings.get());
        assertEquals(List.of(event(1), event(2)), feed.take(10));
        assertEquals(List.of(), feed.take(10));
    }

    @Test
    void noMoreIsTakenThanWasAskedFor() {
        feed.accept(event(1));
        feed.accept(event(2));
        assertEquals(List.of(event(1)), feed.take(1));
    }

    @Test
    void closingLetsASessionGoOnThatWaitsForRoom() throws InterruptedException {
        CountDownLatch through = new CountDownLatch(1);
        for (int i = 0; i < SessionFeed.CAPACITY; i++) {
            feed.accept(event(i));
        }
        Thread.startVirtualThread(() -> {
            feed.accept(event(-1));
            feed.accept(event(-2));
            through.countDown();
        });
        feed.close();
        assertTrue(through.await(20, TimeUnit.SECONDS), "the session's thread still waits");
    }

    private static SessionEvent event(int millis) {
        return new SessionEvent.RoundTrip(1, Duration.ofMillis(millis));
    }
}
