package tincan.trace;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
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

    Payload(long capacity) {
        this.capacity = capacity;
    }

    private record Part(ByteStream stream, long from, int bytes) {}

    /// Bytes that are still here.
    public static final class Piece {
        private final long from;
        private final byte[] bytes;

        private Piece(long from, byte[] bytes) {
            this.from = from;
            this.bytes = bytes;
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
        byte[] copy = new byte[length];
        System.arraycopy(data, offset, copy, 0, length);
        streams.computeIfAbsent(stream, _ -> new TreeMap<>()).put(from, copy);
        parts.addLast(new Part(stream, from, length));
        kept += length + OVERHEAD;
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
            return new Piece(span.end(), new byte[0]);
        }
        return joined(all, new Span(Math.max(first.getKey(), span.from()), 0), first.getKey(), span.end());
    }

    private static Piece joined(NavigableMap<Long, byte[]> all, Span start, long first, long end) {
        byte[] found = new byte[(int) (end - start.from())];
        int length = 0;
        for (Map.Entry<Long, byte[]> part : all.tailMap(first, true).entrySet()) {
            long at = start.from() + length;
            if (part.getKey() > at || at >= end) {
                break;
            }
            int skip = (int) (at - part.getKey());
            int take = (int) Math.min(part.getValue().length - skip, end - at);
            System.arraycopy(part.getValue(), skip, found, length, take);
            length += take;
        }
        return new Piece(start.from(), Arrays.copyOf(found, length));
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
