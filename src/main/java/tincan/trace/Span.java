package tincan.trace;

/// A part of the bytes that went one way over a connection, counted from its first byte.
///
/// @param from how many bytes went before it
/// @param bytes how many it has
public record Span(long from, int bytes) {

    /// How many bytes had gone when it ended.
    public long end() {
        return from + bytes;
    }

    /// Whether the two have a byte in common.
    public boolean meets(Span other) {
        return from < other.end() && other.from < end();
    }

    /// What lies in both; of no bytes if they do not meet.
    public Span common(Span other) {
        long start = Math.max(from, other.from);
        return new Span(start, (int) Math.max(0, Math.min(end(), other.end()) - start));
    }
}
