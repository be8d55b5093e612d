package tincan.secure;

import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;

/// Buffers in which records are made, for the writers of many connections: one that has nothing to write has none.
/// Any thread.
final class RecordBuffers {
    /// Room for four records of 16 KiB: the engine wants room for the largest possible one each time.
    private static final int SIZE = 68 * 1024;
    /// So many are kept, the last used on top; who needs one more gets it, and it is forgotten afterwards.
    private static final int KEPT = 8;

    private final BlockingDeque<byte[]> free = new LinkedBlockingDeque<>(KEPT);

    byte[] take() {
        byte[] kept = free.pollFirst();
        return kept == null ? new byte[SIZE] : kept;
    }

    /// Gives one back that nobody uses any longer.
    void give(byte[] buffer) {
        free.offerFirst(buffer);
    }
}
