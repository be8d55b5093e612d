package tincan.voice.packet;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLongArray;

/// Counts the datagrams that were dropped, by reason. Thread-safe.
public final class Drops {
    private final AtomicLongArray counts = new AtomicLongArray(Reason.values().length);

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
        OLD_GENERATION
    }

    public void count(Reason reason) {
        counts.incrementAndGet(reason.ordinal());
    }

    public long of(Reason reason) {
        return counts.get(reason.ordinal());
    }

    public Map<Reason, Long> all() {
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
