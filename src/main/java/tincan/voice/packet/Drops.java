package tincan.voice.packet;

import java.util.EnumMap;
import java.util.Map;

/// Counts the datagrams that were dropped, by reason. Thread-safe.
public final class Drops {
    /// Owner: the lock on this object.
    private final Map<Reason, Long> counts = new EnumMap<>(Reason.class);

    /// Why a datagram was dropped.
    public enum Reason {
        /// Of somebody else than it should be, or sealed where nothing is, or the other way round.
        FOREIGN,
        /// No packet at all.
        MALFORMED,
        /// Changed on its way, or made without the key.
        FORGED,
        /// Here before, or too old to know.
        REPLAYED,
        /// Under keys that no longer hold, or not yet.
        OLD_GENERATION,
        /// More than are taken from one member.
        TOO_MANY,
        /// Of one who may not be heard now.
        NO_FLOOR,
        /// Of one more sender than are heard.
        CROWDED,
        /// Here before, as the last packet of a burst is on purpose.
        COPY
    }

    public synchronized void count(Reason reason) {
        counts.merge(reason, 1L, Long::sum);
    }

    public synchronized long of(Reason reason) {
        return counts.getOrDefault(reason, 0L);
    }

    public synchronized Map<Reason, Long> all() {
        Map<Reason, Long> all = new EnumMap<>(Reason.class);
        for (Reason reason : Reason.values()) {
            all.put(reason, of(reason));
        }
        return all;
    }

    public long total() {
        return all().values().stream().mapToLong(Long::longValue).sum();
    }
}
