package tincan.trace.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/// Lines of a stream that may have been made to fill the memory: each is bounded, and all together.
final class BoundedLines {
    private final InputStream in;
    private final byte[] buffer = new byte[64 * 1024];
    private final long most;
    private int at;
    private int filled;
    private long total;
    private int lines;

    /// @param most how many bytes all lines may have
    BoundedLines(InputStream in, long most) {
        this.in = in;
        this.most = most;
    }

    /// The next line without its end; empty at the end of the stream.
    Optional<byte[]> next() throws IOException {
        if (at == filled && !fill()) {
            return Optional.empty();
        }
        if (++lines > Bounds.LINES) {
            throw new BrokenRecording(BrokenRecording.Reason.TOO_LARGE);
        }
        ByteArrayOutputStream line = new ByteArrayOutputStream(256);
        do {
            int end = at;
            while (end < filled && buffer[end] != '\n') {
                end++;
            }
            line.write(buffer, at, end - at);
            if (line.size() > Bounds.LINE) {
                throw new BrokenRecording(BrokenRecording.Reason.TOO_LARGE);
            }
            at = end;
            if (at < filled) {
                at++;
                break;
            }
        } while (fill());
        return Optional.of(line.toByteArray());
    }

    private boolean fill() throws IOException {
        at = 0;
        filled = Math.max(0, in.read(buffer));
        total += filled;
        if (total > most) {
            throw new BrokenRecording(BrokenRecording.Reason.TOO_LARGE);
        }
        return filled > 0;
    }
}
