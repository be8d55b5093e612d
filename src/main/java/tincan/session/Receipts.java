package tincan.session;

import java.util.ArrayDeque;
import java.util.OptionalLong;

/// Which of the host's own texts have reached everybody. Thread-safe.
final class Receipts {
    /// Texts that nobody is there to acknowledge are not counted forever.
    private static final int KEPT = 100_000;

    private record Pending(long id, long seq) {}

    /// Owner: the lock on this object, as the rest.
    private final ArrayDeque<Pending> pending = new ArrayDeque<>();
    private long said;
    private long deliveredThrough;

    /// The host said something.
    synchronized void said(long id, long seq) {
        said = id;
        pending.add(new Pending(id, seq));
        if (pending.size() > KEPT) {
            pending.remove();
        }
    }

    /// Everybody present has every entry up to this one.
    synchronized SessionEvent.Progress acknowledged(OptionalLong through) {
        while (through.isPresent() && !pending.isEmpty() && pending.element().seq() <= through.getAsLong()) {
            deliveredThrough = pending.remove().id();
        }
        return new SessionEvent.Progress(said, deliveredThrough);
    }

    /// Whether something said has not reached everybody.
    synchronized boolean outstanding() {
        return !pending.isEmpty();
    }
}
