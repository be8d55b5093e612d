package tincan.session;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Predicate;
import tincan.room.Entry;

/// Hears the events of a session and lets a test wait for what it expects.
final class Ear implements Consumer<SessionEvent> {
    private static final long PATIENCE_SECONDS = 30;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition heard = lock.newCondition();
    private final List<SessionEvent> events = new ArrayList<>();

    @Override
    public void accept(SessionEvent event) {
        lock.lock();
        try {
            events.add(event);
            heard.signalAll();
        } finally {
            lock.unlock();
        }
    }

    List<SessionEvent> events() {
        lock.lock();
        try {
            return new ArrayList<>(events);
        } finally {
            lock.unlock();
        }
    }

    <T extends SessionEvent> T await(Class<T> type, Predicate<T> wanted, String what) throws InterruptedException {
        await(all -> all.stream().anyMatch(one -> type.isInstance(one) && wanted.test(type.cast(one))), what);
        return events().stream().filter(type::isInstance).map(type::cast).filter(wanted).findFirst().orElseThrow();
    }

    void await(Predicate<List<SessionEvent>> wanted, String what) throws InterruptedException {
        long left = TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        lock.lock();
        try {
            while (!wanted.test(events)) {
                if (left <= 0) {
                    throw new AssertionError("waited in vain for " + what + "; heard last: "
                            + events.subList(Math.max(0, events.size() - 20), events.size()));
                }
                left = heard.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    void awaitSaid(String text) throws InterruptedException {
        await(SessionEvent.Arrived.class, arrived -> arrived.entry().body() instanceof Entry.Said said
                && said.text().equals(text), "the text " + text);
    }

    void awaitSaidCount(long count) throws InterruptedException {
        // counts what is new only, so that a long conversation stays quick to wait for
        long[] seen = {0, 0};
        await(all -> {
            for (; seen[0] < all.size(); seen[0]++) {
                if (all.get((int) seen[0]) instanceof SessionEvent.Arrived arrived
                        && arrived.entry().body() instanceof Entry.Said) {
                    seen[1]++;
                }
            }
            return seen[1] >= count;
        }, count + " texts");
    }

    /// What was said, as `author: text`.
    List<String> transcript() {
        return events().stream()
                .filter(event -> event instanceof SessionEvent.Arrived arrived
                        && arrived.entry().body() instanceof Entry.Said)
                .map(event -> ((SessionEvent.Arrived) event).entry())
                .map(entry -> entry.from() + ": " + ((Entry.Said) entry.body()).text()).toList();
    }

    List<Long> numbers() {
        return events().stream().filter(SessionEvent.Arrived.class::isInstance)
                .map(event -> ((SessionEvent.Arrived) event).entry().seq()).toList();
    }
}
