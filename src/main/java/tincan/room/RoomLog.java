package tincan.room;

import org.jspecify.annotations.Nullable;

/// The entries of a room as encoded frames, in chunks that all members share. Append-only; old chunks are forgotten
/// past the retention, though a cursor that still reads one keeps it alive.
///
/// Owner of all writes: the lock of the room. Cursors read without a lock: bytes are written before the volatile limit
/// that publishes them.
public final class RoomLog {
    private static final int CHUNK = 256 * 1024;

    private final long retention;
    private Chunk head = new Chunk(CHUNK, 1, 0);
    private Chunk tail = head;
    private long lastSeq;
    private volatile long size;

    RoomLog(long retention) {
        this.retention = retention;
    }

    /// A piece of the log. Frames do not cross its end.
    static final class Chunk {
        final byte[] data;
        final long firstSeq;
        final long start;
        volatile int limit;
        volatile @Nullable Chunk next;

        Chunk(int capacity, long firstSeq, long start) {
            this.data = new byte[capacity];
            this.firstSeq = firstSeq;
            this.start = start;
        }
    }

    /// Appends the frame of the next entry.
    ///
    /// @return the entry's number
    long append(byte[] frame, int length) {
        if (length > tail.data.length - tail.limit) {
            Chunk chunk = new Chunk(Math.max(CHUNK, length), lastSeq + 1, size);
            tail.next = chunk;
            tail = chunk;
            forgetOld();
        }
        int end = tail.limit + length;
        System.arraycopy(frame, 0, tail.data, tail.limit, length);
        size = tail.start + end;
        tail.limit = end;
        return ++lastSeq;
    }

    private void forgetOld() {
        Chunk next = head.next;
        while (next != null && size - next.start >= retention) {
            head = next;
            next = head.next;
        }
    }

    /// The number of the oldest entry that is kept; one more than [#lastSeq] if there is none.
    long firstSeq() {
        return head.firstSeq;
    }

    /// The number of the newest entry; 0 if there is none.
    long lastSeq() {
        return lastSeq;
    }

    /// How many bytes were ever appended.
    long size() {
        return size;
    }

    /// A cursor that stands before the entry `seq`, or before the oldest kept if that is gone.
    Cursor cursorBefore(long seq) {
        Chunk chunk = head;
        Chunk next = chunk.next;
        while (next != null && next.firstSeq <= seq) {
            chunk = next;
            next = chunk.next;
        }
        int position = 0;
        for (long at = chunk.firstSeq; at < seq && position < chunk.limit; at++) {
            position += frameSize(chunk.data, position);
        }
        return new Cursor(this, chunk, position);
    }

    private static int frameSize(byte[] data, int at) {
        return 4 + (((data[at] & 0xff) << 24) | ((data[at + 1] & 0xff) << 16) | ((data[at + 2] & 0xff) << 8)
                | (data[at + 3] & 0xff));
    }
}
