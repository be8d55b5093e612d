package tincan.bench;

import java.nio.ByteBuffer;

/// Room for TLS records on their way. In the heap, where the cipher works without copying. Owner: one thread.
///
/// @param in holds records that came; several are read at once
/// @param out holds a record to send
record Records(ByteBuffer in, ByteBuffer out) {
    /// The largest record that Java makes is a little smaller.
    private static final int RECORD = 17 * 1024;

    /// @param most how much may have come and not been opened, in bytes; more than a record
    static Records of(int most) {
        return new Records(ByteBuffer.allocate(most), ByteBuffer.allocate(RECORD));
    }
}
