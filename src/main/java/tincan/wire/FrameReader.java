package tincan.wire;

import java.util.Arrays;

/// Finds the frames in a stream of bytes, however it is cut. Owner: the reader thread of one connection.
///
/// The buffer starts at 1 KiB, grows to what a frame or a busy connection needs and shrinks again, so that an idle
/// connection costs little. A length is checked before anything is allocated for it.
public final class FrameReader {
    /// Bytes before the body: the length and the kind.
    public static final int HEADER = 5;
    /// The largest length (kind and body) of a frame.
    public static final int MAX_LENGTH = 1 << 20;

    private static final byte[] EMPTY = {};
    private static final int SMALLEST = 1024;
    private static final int LARGEST_IDLE = 64 * 1024;

    private byte[] data = EMPTY;
    /// The first byte not yet consumed by a frame.
    private int start;
    /// The end of what was received.
    private int end;
    private int lastCount;
    private int limit;

    private int kind;
    private int bodyOffset;
    private int bodyLength;

    /// @param limit the largest length accepted, at most [#MAX_LENGTH]; small until the peer is known
    public FrameReader(int limit) {
        this.limit = limit;
    }

    /// Reads the whole frames that lie in `data` from `offset` on, without a copy. [#prepare] is not for it.
    public static FrameReader over(byte[] data, int offset, int length) {
        FrameReader reader = new FrameReader(MAX_LENGTH);
        reader.data = data;
        reader.start = offset;
        reader.end = offset + length;
        return reader;
    }

    /// Changes the largest length accepted.
    public void limit(int bytes) {
        limit = bytes;
    }

    /// Makes room for a read. Afterwards [#data], [#offset] and [#space] say where it goes.
    public void prepare() {
        int pending = end - start;
        int wanted = wantedCapacity(pending);
        if (wanted != data.length) {
            byte[] next = new byte[wanted];
            System.arraycopy(data, start, next, 0, pending);
            data = next;
        } else if (start > 0) {
            System.arraycopy(data, start, data, 0, pending);
        }
        start = 0;
        end = pending;
    }

    private int wantedCapacity(int pending) {
        int frame = pending >= 4 ? 4 + Math.clamp(length(start), 0, limit) : HEADER;
        int capacity = Math.max(SMALLEST, data.length);
        if (lastCount >= capacity / 2 && capacity < LARGEST_IDLE) {
            capacity *= 2;
        } else if (lastCount < capacity / 8 && capacity > SMALLEST) {
            capacity /= 2;
        }
        while (capacity < frame || capacity <= pending) {
            capacity *= 2;
        }
        return capacity;
    }

    /// Where to read into.
    public byte[] data() {
        return data;
    }

    /// The first free byte in [#data].
    public int offset() {
        return end;
    }

    /// How many bytes are free from [#offset] on; at least 1 after [#prepare].
    public int space() {
        return data.length - end;
    }

    /// Takes note of `count` bytes that were read into [#data].
    public void received(int count) {
        end += count;
        lastCount = count;
    }

    /// Moves to the next whole frame.
    ///
    /// @return false if none is there yet
    /// @throws BrokenFrame if its length is 0 or beyond the limit
    public boolean advance() throws BrokenFrame {
        if (end - start < 4) {
            return false;
        }
        int length = length(start);
        if (length < 1 || length > limit) {
            throw new BrokenFrame("frame length " + Integer.toUnsignedString(length) + " is not within 1 to " + limit);
        }
        if (end - start < 4 + length) {
            return false;
        }
        kind = data[start + 4] & 0xff;
        bodyOffset = start + HEADER;
        bodyLength = length - 1;
        start += 4 + length;
        return true;
    }

    /// The kind's number of the frame that [#advance] found.
    public int kind() {
        return kind;
    }

    /// Where in [#data] its body begins, until the next [#prepare].
    public int bodyOffset() {
        return bodyOffset;
    }

    /// How long its body is, in bytes.
    public int bodyLength() {
        return bodyLength;
    }

    /// The whole present frame, as it came.
    public byte[] frameBytes() {
        return Arrays.copyOfRange(data, bodyOffset() - HEADER, bodyOffset() + bodyLength());
    }

    /// Whether what was received is no frame but text. The first frame of a peer is shorter than 64 KiB, so it begins
    /// with a zero; text has no control characters but blanks and what a terminal's keys send.
    public boolean looksLikeText() {
        for (int i = 0; i < offset(); i++) {
            int each = data[i] & 0xff;
            if (each < ' ' && each != '\t' && each != '\n' && each != '\r' && each != '\b' && each != 0x1b) {
                return false;
            }
        }
        return true;
    }

    /// The frame that [#advance] found, decoded.
    public Frame frame() throws BrokenFrame {
        return FrameDecoder.decode(kind, data, bodyOffset, bodyLength);
    }

    /// Whether the beginning of a frame waits for its rest.
    public boolean inFrame() {
        return end > start;
    }

    /// What was received and belongs to no frame yet. Takes it out.
    public byte[] drain() {
        byte[] rest = Arrays.copyOfRange(data, start, end);
        start = end;
        return rest;
    }

    private int length(int at) {
        return ((data[at] & 0xff) << 24) | ((data[at + 1] & 0xff) << 16) | ((data[at + 2] & 0xff) << 8)
                | (data[at + 3] & 0xff);
    }
}
