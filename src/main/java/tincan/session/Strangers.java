package tincan.session;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/// Those at the door of whom nothing is known yet: a bounded number, and few from one place. One more, and the one that
/// has waited longest goes, so that hundreds that only hold the door do not keep out somebody who comes in at once.
final class Strangers {
    /// How many may stand here.
    static final int ALL = 64;
    /// How many of them may come from one place.
    static final int FROM_ONE_PLACE = 16;

    /// Owner: the lock on this object, as the next. The one that has waited longest is first.
    private final LinkedHashSet<Stranger> waiting = new LinkedHashSet<>();
    private boolean closed;

    /// Takes one more.
    ///
    /// @return who has to go
    synchronized Optional<Stranger> enter(Stranger stranger) {
        if (closed) {
            return Optional.of(stranger);
        }
        waiting.add(stranger);
        long fromThere = waiting.stream().filter(one -> one.origin().equals(stranger.origin())).count();
        Optional<Stranger> longest = Optional.empty();
        if (fromThere > FROM_ONE_PLACE) {
            longest = waiting.stream().filter(one -> one.origin().equals(stranger.origin())).findFirst();
        } else if (waiting.size() > ALL) {
            longest = waiting.stream().findFirst();
        }
        longest.ifPresent(waiting::remove);
        return longest;
    }

    /// One is known now, or gone.
    synchronized void leave(Stranger stranger) {
        waiting.remove(stranger);
    }

    /// Takes those away who have taken too long.
    synchronized List<Stranger> takeOverdue(long now) {
        List<Stranger> overdue = new ArrayList<>();
        for (Iterator<Stranger> each = waiting.iterator(); each.hasNext();) {
            Stranger one = each.next();
            if (one.isOverdue(now)) {
                each.remove();
                overdue.add(one);
            }
        }
        return overdue;
    }

    /// Takes nobody any more.
    ///
    /// @return those who still stand here
    synchronized List<Stranger> close() {
        closed = true;
        List<Stranger> left = List.copyOf(waiting);
        waiting.clear();
        return left;
    }
}
