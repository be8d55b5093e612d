package tincan.room;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The entries of a room as encoded frames, in chunks that all members share. Append-only; old chunks are forgotten
/// past the retention, though a cursor that still reads one keeps it alive.
///
/// An entry is published as it is appended, unless the log withholds: then [#publishTaken] does so, when the entries are
/// in a file.
///
/// Owner of all writes: the lock of the room. Cursors read without a lock: bytes are written before the volatile limit
/// that publishes them.
public final class RoomLog {
    private static final int CHUNK = 256 * 1024;

    private final long retention;
    private Chunk head;
    private Chunk tail;
    /// The chunk in which the published entries end.
    private Chunk shown;
    private long lastSeq;
    /// How many bytes were ever appended.
    private long end;
    private boolean withholds;
    /// Where the log ended at the last [#takeWithheld], and with which entry.
    private long takenEnd;
    private long takenSeq;
    private long publishedSeq;
    /// How many bytes were ever published.
    private volatile long size;

    /// @param firstSeq the number that its first entry will have
    RoomLog(long retention, long firstSeq) {
        this.retention = retention;
        this.head = new Chunk(CHUNK, firstSeq, 0);
        this.tail = head;
        this.shown = head;
        this.lastSeq = firstSeq - 1;
        this.publishedSeq = lastSeq;
    }

    /// A piece of the log. Frames do not cross its end.
    static final class Chunk {
        final byte[] data;
        final long firstSeq;
        final long start;
        /// How far it is written. Owner: the lock of the room, as the next.
        int filled;
        @Nullable
        Chunk following;
        /// How far it is published.
        volatile int limit;
        /// The following chunk, once this one is published to its end.
        volatile @Nullable Chunk next;

        Chunk(int capacity, long firstSeq, long start) {
            this.data = new byte[capacity];
            this.firstSeq = firstSeq;
            this.start = start;
        }
    }

    /// From now on entries are published by [#publishTaken] alone.
    void withhold() {
        withholds = true;
    }

    boolean withholds() {
        return withholds;
    }

    /// Publishes what was withheld, and withholds no more.
    void withholdNoMore() {
        withholds = false;
        publish(end, lastSeq);
    }

    /// Appends the frame of the next entry.
    ///
    /// @return the entry's number
    long append(byte[] data, int offset, int length) {
        if (length > tail.data.length - tail.filled) {
            Chunk chunk = new Chunk(Math.max(CHUNK, length), lastSeq + 1, end);
            tail.following = chunk;
            tail = chunk;
        }
        System.arraycopy(data, offset, tail.data, tail.filled, length);
        tail.filled += length;
        end += length;
        lastSeq++;
        if (!withholds) {
            publish(end, lastSeq);
        }
        return lastSeq;
    }

    /// Lets cursors see what the last [#takeWithheld] returned.
    void publishTaken() {
        publish(takenEnd, takenSeq);
    }

    /// Lets cursors see what was appended up to the entry `seq`, which ends at `to`.
    private void publish(long to, long seq) {
        size = to;
        for (Chunk following = shown.following; following != null
                && following.start <= to; following = shown.following) {
            shown.limit = shown.filled;
            shown.next = following;
            shown = following;
            forgetOld();
        }
        shown.limit = (int) (to - shown.start);
        publishedSeq = seq;
    }

    private void forgetOld() {
        Chunk next = head.next;
        while (next != null && size - next.start >= retention) {
            head = next;
            next = head.next;
        }
    }

    /// What is appended and not published, as whole frames. Not to be written to.
    List<ByteBuffer> takeWithheld() {
        takenEnd = end;
        takenSeq = lastSeq;
        return slices(shown, shown.limit);
    }

    /// All that is kept, as whole frames. Not to be written to.
    List<ByteBuffer> all() {
        return slices(head, 0);
    }

    private static List<ByteBuffer> slices(Chunk first, int from) {
        List<ByteBuffer> slices = new ArrayList<>();
        int position = from;
        for (Chunk chunk = first; chunk != null; chunk = chunk.following) {
            if (chunk.filled > position) {
                slices.add(ByteBuffer.wrap(chunk.data, position, chunk.filled - position));
            }
            position = 0;
        }
        return slices;
    }

    /// The number of the oldest entry that is kept; one more than [#lastSeq] if there is none.
    long firstSeq() {
        return head.firstSeq;
    }

    /// The number of the newest entry; 0 if there is none.
    long lastSeq() {
        return lastSeq;
    }

    /// The number of the newest entry that is published; 0 if there is none.
    long publishedSeq() {
        return publishedSeq;
    }

    /// How many bytes were ever appended.
    long end() {
        return end;
    }

    /// How many bytes were ever published. From any thread.
    long size() {
        return size;
    }

    /// A cursor that stands before the entry `seq`, or before the oldest kept if that is gone. The entry need not be
    /// published yet.
    Cursor cursorBefore(long seq) {
        Chunk chunk = head;
        Chunk following = chunk.following;
        while (following != null && following.firstSeq <= seq) {
            chunk = following;
            following = chunk.following;
        }
        int position = 0;
        for (long at = chunk.firstSeq; at < seq && position < chunk.filled; at++) {
            position += frameSize(chunk.data, position);
        }
        return new Cursor(this, chunk, position);
    }

    private static int frameSize(byte[] data, int at) {
        return 4 + (((data[at] & 0xff) << 24) | ((data[at + 1] & 0xff) << 16) | ((data[at + 2] & 0xff) << 8)
                | (data[at + 3] & 0xff));
    }
}
