package tincan.session;

import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;

/// How often safety words are made: a bounded number at a time, and few for one place. Each counts for the whole time,
/// also if its connection ends at once.
///
/// Somebody in between knows the words as soon as they are made. If they are not those that he needs he goes without a
/// knock and tries again; this is what keeps him from a million tries. Any thread; time comes in.
final class WordsLimit {
    /// How many may be made within [#NANOS].
    static final int ALL = 16;
    /// How many of them for one place.
    static final int FOR_ONE_PLACE = 4;
    private static final long NANOS = TimeUnit.SECONDS.toNanos(10);

    /// Owner: the lock on this object. The oldest is first.
    private final ArrayDeque<Made> made = new ArrayDeque<>();

    /// @param until when it counts no longer
    private record Made(String origin, long until) {}

    /// Counts one more, if it may be made.
    ///
    /// @param origin see [Origin]
    /// @param now by [System#nanoTime]
    synchronized boolean take(String origin, long now) {
        made.removeIf(one -> one.until() - now <= 0);
        long there = made.stream().filter(one -> one.origin().equals(origin)).count();
        boolean free = made.size() < ALL && there < FOR_ONE_PLACE;
        if (free) {
            made.add(new Made(origin, now + NANOS));
        }
        return free;
    }
}
