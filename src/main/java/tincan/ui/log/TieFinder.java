package tincan.ui.log;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tincan.trace.EventLog;
import tincan.trace.Ties;
import tincan.ui.Batch;

/// Answers questions about what belongs together in a log, away from the thread of the window: a full log takes longer
/// to go through than a frame lasts. Only the newest question counts; one that waits, or whose answer is on its way when
/// a newer one comes, is never answered.
public final class TieFinder {
    private final EventLog log;
    private final Executor turns;
    private final Batch batch;
    private final AtomicReference<@Nullable Runnable> next = new AtomicReference<>();
    /// Owner: the thread of the window.
    private long asked;
    /// Owner: the lock on this object, as the next. What the last question was answered from,
    private @Nullable Ties ties;
    /// and which events that has.
    private long newest;
    private long oldest;

    /// @param background runs work off the thread of the window
    /// @param turns brings work onto it
    public TieFinder(EventLog log, Executor background, Executor turns) {
        this.log = log;
        this.turns = turns;
        this.batch = new Batch(background, this::answerNext);
    }

    EventLog log() {
        return log;
    }

    /// Asks.
    ///
    /// @param question gets the ties of all events of the log
    /// @param answer is told on the thread of the window
    <A> void ask(Function<Ties, A> question, Consumer<A> answer) {
        long number = ++asked;
        next.set(() -> {
            A found = question.apply(ties());
            turns.execute(() -> {
                if (number == asked) {
                    answer.accept(found);
                }
            });
        });
        batch.trigger();
    }

    /// Wants no answer to what was asked.
    void drop() {
        asked++;
        next.set(null);
    }

    private synchronized void answerNext() {
        Runnable question = next.getAndSet(null);
        if (question != null) {
            question.run();
        }
    }

    private synchronized Ties ties() {
        Ties known = ties;
        if (known == null || newest != log.newest() || oldest != log.oldest()) {
            newest = log.newest();
            oldest = log.oldest();
            known = new Ties(log.since(0, Integer.MAX_VALUE));
            ties = known;
        }
        return known;
    }
}
