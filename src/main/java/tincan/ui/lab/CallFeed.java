package tincan.ui.lab;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import tincan.trace.EventLog;
import tincan.trace.TraceEvent;
import tincan.ui.Batch;

/// Pulls what is new from a lesson's log, in bounded turns.
///
/// Owner: the thread of the window, which `turns` brings work onto.
final class CallFeed {
    private static final int TURN = 5_000;

    private final EventLog log;
    private final Batch batch;
    private Consumer<List<TraceEvent>> taker = _ -> {
    };
    private Runnable subscription = () -> {
    };
    private long taken;

    CallFeed(EventLog log, Executor turns) {
        this.log = log;
        this.batch = new Batch(turns, this::take);
    }

    void onEvents(Consumer<List<TraceEvent>> now) {
        taker = now;
    }

    void start() {
        subscription = log.onAppend(batch::trigger);
        batch.trigger();
    }

    void close() {
        subscription.run();
    }

    /// Takes what there is now.
    void take() {
        List<TraceEvent> events = log.since(taken, TURN);
        if (!events.isEmpty()) {
            taken = events.getLast().number();
            taker.accept(events);
        }
        if (events.size() == TURN) {
            batch.trigger();
        }
    }
}
