package tincan.trace;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// The bytes themselves, the newest of all connections up to a bound; the oldest go first. Any thread.
public final class Payload {
    /// What a session keeps, in bytes.
    public static final long DEFAULT_CAPACITY = 64L << 20;
    /// What it costs to keep a part besides its bytes, so that many small ones are counted for what they take.
    private static final int OVERHEAD = 128;
    private static final byte BLOT = '*';

    private final long capacity;
    /// Owner: the lock on this object, as all that follow. The parts of a stream by where they begin.
    private final Map<ByteStream, NavigableMap<Long, byte[]>> streams = new HashMap<>();
    /// Every part, the oldest first.
    private final Deque<Part> parts = new ArrayDeque<>();
    private long kept;

    /// @param capacity how much it keeps, in bytes, with what keeping costs
    public Payload(long capacity) {
        this.capacity = capacity;
    }

    private record Part(ByteStream stream, long from, int bytes) {}

    /// Bytes that are still here.
    public static final class Piece {
        private final ByteStream stream;
        private final long from;
        private final byte[] bytes;

        private Piece(ByteStream stream, long from, byte[] bytes) {
            this.stream = stream;
            this.from = from;
            this.bytes = bytes;
        }

        /// Which stream they are of.
        public ByteStream stream() {
            return stream;
        }

        /// Where behind them the next byte lies.
        public long end() {
            return from + bytes.length;
        }

        /// Where in their stream the first of them lies.
        public long from() {
            return from;
        }

        /// They themselves, for the caller to keep.
        public byte[] bytes() {
            return bytes;
        }
    }

    /// Takes a copy of what went over `stream` from byte `from` on.
    synchronized void keep(ByteStream stream, long from, byte[] data, int offset, int length) {
        if (length == 0 || capacity == 0) {
            return;
        }
        add(stream, from, Arrays.copyOfRange(data, offset, offset + length));
    }

    private void add(ByteStream stream, long from, byte[] bytes) {
        streams.computeIfAbsent(stream, _ -> new TreeMap<>()).put(from, bytes);
        parts.addLast(new Part(stream, from, bytes.length));
        kept += bytes.length + OVERHEAD;
        while (kept > capacity) {
            dropOldest();
        }
    }

    private void dropOldest() {
        Part oldest = parts.removeFirst();
        kept -= oldest.bytes() + OVERHEAD;
        streams.computeIfPresent(oldest.stream(), (_, all) -> {
            all.remove(oldest.from());
            return all.isEmpty() ? null : all;
        });
    }

    /// What is still here of a part of a stream: from its first byte that is, as far as there is no hole.
    public synchronized Piece of(ByteStream stream, Span span) {
        NavigableMap<Long, byte[]> all = streams.getOrDefault(stream, new TreeMap<>());
        Map.Entry<Long, byte[]> first = all.floorEntry(span.from());
        if (first == null || first.getKey() + first.getValue().length <= span.from()) {
            first = all.higherEntry(span.from());
        }
        if (first == null || first.getKey() >= span.end()) {
            return new Piece(stream, span.end(), new byte[0]);
        }
        return new Piece(stream, Math.max(first.getKey(), span.from()), joined(all, first.getKey(), span));
    }

    /// What there is without a hole from the part on that begins at `first`.
    private static byte[] joined(NavigableMap<Long, byte[]> all, long first, Span span) {
        ByteArrayOutputStream found = new ByteArrayOutputStream();
        long at = Math.max(first, span.from());
        for (Map.Entry<Long, byte[]> part : all.tailMap(first, true).entrySet()) {
            if (part.getKey() > at || at >= span.end()) {
                break;
            }
            int skip = (int) (at - part.getKey());
            int take = (int) Math.min(part.getValue().length - skip, span.end() - at);
            found.write(part.getValue(), skip, take);
            at += take;
        }
        return found.toByteArray();
    }

    /// Everything that is here, the oldest first.
    public synchronized List<Piece> pieces() {
        List<Piece> found = new ArrayList<>(parts.size());
        for (Part part : parts) {
            byte[] bytes = streams.getOrDefault(part.stream(), new TreeMap<>()).get(part.from());
            if (bytes != null) {
                found.add(new Piece(part.stream(), part.from(), bytes.clone()));
            }
        }
        return found;
    }

    /// As it is now, of its own from here on.
    public synchronized Payload copy() {
        Payload copy = new Payload(capacity);
        pieces().forEach(piece -> copy.add(piece.stream(), piece.from(), piece.bytes()));
        return copy;
    }

    /// Takes bytes of a recording.
    public synchronized void restore(ByteStream stream, long from, byte[] bytes) {
        keep(stream, from, bytes, 0, bytes.length);
    }

    /// Covers bytes that nobody is to read here.
    synchronized void blot(ByteStream stream, Span span) {
        NavigableMap<Long, byte[]> all = streams.getOrDefault(stream, new TreeMap<>());
        Long first = all.floorKey(span.from());
        all.tailMap(first == null ? span.from() : first, true).headMap(span.end(), false).forEach((from, bytes) -> {
            Span covered = new Span(from, bytes.length).common(span);
            for (int i = 0; i < covered.bytes(); i++) {
                bytes[(int) (covered.from() - from) + i] = BLOT;
            }
        });
    }

    /// How much is kept, in bytes, with what keeping costs.
    public synchronized long kept() {
        return kept;
    }

    /// Forgets everything.
    synchronized void clear() {
        streams.clear();
        parts.clear();
        kept = 0;
    }
}
