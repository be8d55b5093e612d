package tincan.room;

import tincan.room.RoomLog.Chunk;

/// One reader's place in the log. What lies between it and the tail is read as slices, without a copy. Owner: the
/// reader's own thread; only [#behind] and [#tail] may be asked by any.
public final class Cursor {
    private final RoomLog log;
    private Chunk chunk;
    private int position;
    private volatile long read;

    Cursor(RoomLog log, Chunk chunk, int position) {
        this.log = log;
        this.chunk = chunk;
        this.position = position;
        this.read = chunk.start + position;
    }

    /// How many bytes lie ready in one piece; 0 at the tail. They are whole frames unless the caller has advanced into
    /// the middle of one.
    public int available() {
        int ready = chunk.limit - position;
        if (ready > 0) {
            return ready;
        }
        Chunk next = chunk.next;
        if (next == null) {
            return 0;
        }
        // the limit is final once there is a next chunk, but may have moved since it was read above
        ready = chunk.limit - position;
        if (ready > 0) {
            return ready;
        }
        chunk = next;
        position = 0;
        return chunk.limit;
    }

    /// Holds the slice. Not to be written to.
    public byte[] data() {
        return chunk.data;
    }

    /// Where the slice begins in [#data].
    public int offset() {
        return position;
    }

    /// Moves on by `bytes` of the slice.
    public void advance(int bytes) {
        position += bytes;
        read = chunk.start + position;
    }

    /// Where the published log ends now.
    public long tail() {
        return log.size();
    }

    /// How many bytes lie between this cursor and an earlier tail; 0 if it has passed it.
    public long before(long tail) {
        return Math.max(0, tail - read);
    }

    /// How many bytes that are published this cursor has not passed.
    public long behind() {
        return Math.max(0, log.size() - read); // a newcomer's cursor may stand before an entry that is not published
    }
}
