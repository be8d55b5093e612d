package tincan.session;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import tincan.trace.EventLog;
import tincan.trace.TraceEvent;
import tincan.trace.TraceEvent.Began;
import tincan.trace.TraceEvent.Ended;

/// Waits for logs to say something: looks again whenever one of them has another event.
final class Settled {
    private static final int ALL = 1_000_000;

    private Settled() {}

    /// Waits until it is so.
    static void await(Callable<Boolean> condition, EventLog... logs) throws Exception {
        Semaphore happened = new Semaphore(1);
        List<Runnable> subscriptions = List.of(logs).stream().map(log -> log.onAppend(happened::release)).toList();
        do {
            assertTrue(happened.tryAcquire(20, TimeUnit.SECONDS), "the logs never say so");
        } while (!condition.call());
        subscriptions.forEach(Runnable::run);
    }

    /// Waits until each call that began has ended: a thread that was blocked may be on its way out longer than
    /// its session.
    static void awaitEndOfCalls(EventLog... logs) throws Exception {
        await(() -> List.of(logs).stream().allMatch(log -> begun(log).equals(ended(log))), logs);
    }

    private static List<Long> begun(EventLog log) {
        return log.since(0, ALL).stream().filter(event -> event.what() instanceof Began).map(TraceEvent::number)
                .toList();
    }

    private static List<Long> ended(EventLog log) {
        return log.since(0, ALL).stream().filter(event -> event.what() instanceof Ended one && one.began() > 0)
                .map(event -> ((Ended) event.what()).began()).sorted().toList();
    }
}
