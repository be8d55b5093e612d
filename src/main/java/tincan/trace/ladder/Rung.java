package tincan.trace.ladder;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tincan.trace.SocketCall;
import tincan.trace.Span;
import tincan.trace.TraceEvent;

/// Something that a ladder shows.
public sealed interface Rung {

    /// When it begins, by the clock of the end that drew the ladder.
    Instant at();

    /// Bytes went from one end to the other: as many as one write sent and one read took.
    ///
    /// @param from the lane they left
    /// @param span which bytes
    /// @param at when they were written
    /// @param arrived when they were read; empty while nobody has
    /// @param write the write that sent them, if it was seen
    /// @param read the read that took them, if it was seen
    /// @param frames those of which a byte is among them
    record Transfer(Lane from, Span span, Instant at, Optional<Instant> arrived, Optional<TraceEvent> write,
            Optional<TraceEvent> read, List<TraceEvent> frames) implements Rung {

        /// Whether only one end was seen, so that the time at the other is a guess.
        public boolean inferred() {
            return write.isEmpty() || (read.isEmpty() && arrived.isPresent());
        }

        /// Whether other bytes of the same write were read by another read.
        public boolean split() {
            return write.isPresent() && read.isPresent() && write.get().what().bytes() > span.bytes();
        }

        /// Whether the same read took bytes of another write.
        public boolean joined() {
            return write.isPresent() && read.isPresent() && read.get().what().bytes() > span.bytes();
        }
    }

    /// A call that moved no bytes, or failed.
    record Mark(Lane lane, Instant at, TraceEvent event) implements Rung {}

    /// A caller was blocked.
    ///
    /// @param until empty while it still is
    record Blocked(Lane lane, SocketCall call, Instant at, Optional<Instant> until) implements Rung {}

    /// The state of one end changed.
    ///
    /// @param inferred whether only the kernel of that end knows, and calls suggest it
    record StateChange(Lane lane, TcpState state, Instant at, boolean inferred) implements Rung {}
}
