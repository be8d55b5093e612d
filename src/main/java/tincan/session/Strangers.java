package tincan.session;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/// Those at the door, until they are handed to the session. Of those of whom nothing is known there is a bounded
/// number, and few from one place: one more, and the one that has stood here longest goes, so that hundreds that only
/// hold the door do not keep out somebody who comes in at once. Those who wait for a person are bounded by [Reception].
final class Strangers {
    /// How many may stand here.
    static final int ALL = 64;
    /// How many of them may come from one place.
    static final int FROM_ONE_PLACE = 16;

    /// Owner: the lock on this object, as the next. The one that has stood here longest is first.
    private final LinkedHashSet<Stranger> standing = new LinkedHashSet<>();
    private boolean closed;

    /// Takes one more.
    ///
    /// @return who has to go
    synchronized Optional<Stranger> enter(Stranger stranger) {
        if (closed) {
            return Optional.of(stranger);
        }
        standing.add(stranger);
        List<Stranger> unknown = standing.stream().filter(one -> !one.isWaiting()).toList();
        List<Stranger> fromThere = unknown.stream().filter(one -> one.origin().equals(stranger.origin())).toList();
        Optional<Stranger> longest = Optional.empty();
        if (fromThere.size() > FROM_ONE_PLACE) {
            longest = Optional.of(fromThere.getFirst());
        } else if (unknown.size() > ALL) {
            longest = Optional.of(unknown.getFirst());
        }
        longest.ifPresent(standing::remove);
        return longest;
    }

    /// One is handed to the session now, or gone.
    ///
    /// @return false if it was sent away before
    synchronized boolean leave(Stranger stranger) {
        return standing.remove(stranger);
    }

    /// Takes those away who have taken too long.
    synchronized List<Stranger> takeOverdue(long now) {
        List<Stranger> overdue = new ArrayList<>();
        for (Iterator<Stranger> each = standing.iterator(); each.hasNext();) {
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
        List<Stranger> left = List.copyOf(standing);
        standing.clear();
        return left;
    }
}
