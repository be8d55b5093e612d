package tincan.trace.export;

import tincan.trace.EventLog;
import tincan.trace.Payload;

/// How much a recording can hold. What [RecordingFile] saves stays far below; a file that goes beyond was made to hurt.
final class Bounds {
    /// Two ends have a conversation.
    static final int ENDS = 2;
    static final int EVENTS = ENDS * EventLog.DEFAULT_CAPACITY;
    /// Of each end.
    static final int CONNECTIONS = 10_000;
    /// Of each end, with what keeping them costs: so much that the parts may be cut anew.
    static final long BYTES = 2 * Payload.DEFAULT_CAPACITY;
    /// Of a line, in bytes.
    static final int LINE = 1 << 20;
    /// Of a text in it, in UTF-16 units; what is longer is cut when it is saved.
    static final int TEXT = 64 * 1024;
    /// Of the bytes in one line.
    static final int PART = 48 * 1024;
    /// Of all lines, in bytes, as they are once unpacked.
    static final long FILE = 384L << 20;
    /// Of a file: events, and bytes in parts as small as they can be.
    static final int LINES = 1_500_000;
    /// Of a place in a stream; what is beyond is exact in no JSON reader that counts in floating point.
    static final long PLACE = 1L << 53;

    private Bounds() {}
}
