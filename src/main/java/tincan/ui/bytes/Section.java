package tincan.ui.bytes;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import tincan.trace.Payload;
import tincan.trace.Span;

/// Bytes of one stream that follow each other, and the parts they have.
///
/// @param where on which side of the lock they were seen
/// @param span all bytes that it is about
/// @param kept those that the log still has
/// @param parts the parts of `span` in order, without a hole
public record Section(Where where, Span span, Payload.Piece kept, List<Part> parts) {

    /// On which side of the lock.
    public enum Where {
        /// On the wire of a connection without a lock.
        PLAIN,
        /// On the wire, sealed.
        SENT,
        /// Inside TLS.
        INSIDE
    }

    public Section {
        parts = List.copyOf(parts);
    }

    /// Where the bytes that are kept lie.
    public Span keptSpan() {
        return new Span(kept.from(), kept.bytes().length);
    }

    /// How many of the first bytes are no longer kept.
    public long lost() {
        return keptSpan().bytes() == 0 ? span.bytes() : kept.from() - span.from();
    }

    /// The part that a byte belongs to, if it is one of this section.
    public Optional<Part> at(long offset) {
        int low = 0;
        int high = parts.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Span there = parts.get(middle).span();
            if (offset < there.from()) {
                high = middle - 1;
            } else if (offset >= there.end()) {
                low = middle + 1;
            } else {
                return Optional.of(parts.get(middle));
            }
        }
        return Optional.empty();
    }

    /// The first part that has a byte at `offset` or after it, as an index; as many as there are if none has.
    int firstPart(long offset) {
        int low = 0;
        int high = parts.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (parts.get(middle).span().end() <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// The bytes of `wanted` that are kept.
    public byte[] bytes(Span wanted) {
        Span there = keptSpan().common(wanted);
        int from = (int) (there.from() - kept.from());
        return there.bytes() == 0 ? new byte[0] : Arrays.copyOfRange(kept.bytes(), from, from + there.bytes());
    }

    /// Two hexadecimal digits a byte, apart by blanks.
    public String hex(Span wanted) {
        return HexFormat.ofDelimiter(" ").formatHex(bytes(wanted));
    }

    /// The same as text.
    public String text(Span wanted) {
        return new String(bytes(wanted), StandardCharsets.UTF_8);
    }
}
