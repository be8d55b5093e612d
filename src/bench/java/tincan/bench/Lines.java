package tincan.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// Lines that end with a line feed, in a buffer.
final class Lines {
    private Lines() {}

    /// Where the line that begins at `at` ends, behind its line feed; -1 if its end is not there yet.
    static int end(ByteBuffer in, int at) {
        for (int i = at; i < in.limit(); i++) {
            if (in.get(i) == '\n') {
                return i + 1;
            }
        }
        return -1;
    }

    /// The line that begins at `at`, without its end.
    static String text(ByteBuffer in, int at) {
        int end = end(in, at);
        byte[] bytes = new byte[(end < 0 ? in.limit() : end) - at];
        in.get(at, bytes);
        return new String(bytes, StandardCharsets.UTF_8).stripTrailing();
    }
}
