package tincan;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Optional;

/// Lines of a stream. One thread reads. A line is held in bounded memory: past [#MOST] bytes it is cut, which is more
/// than can be said in one text anyway, so that the cut one is refused and not said by halves.
final class LineInput {
    /// The longest text there is, with every byte of it escaped in JSON, and room for the rest of its line.
    static final int MOST = 512 * 1024;

    private final InputStream in;
    private final Charset charset;
    private final byte[] chunk = new byte[16 * 1024];
    private int from;
    private int to;

    LineInput(InputStream in, Charset charset) {
        this.in = in;
        this.charset = charset;
    }

    /// The next line without its end (LF or CRLF); what follows the last LF counts unless it is empty.
    ///
    /// @return empty at the end of the input, and when it cannot be read
    Optional<String> next() {
        ByteArrayOutputStream line = new ByteArrayOutputStream(128);
        while (filled()) {
            int end = from;
            while (end < to && chunk[end] != '\n') {
                end++;
            }
            line.write(chunk, from, Math.min(end - from, MOST - line.size()));
            from = end + 1;
            if (end < to) {
                return Optional.of(text(line));
            }
        }
        return line.size() == 0 ? Optional.empty() : Optional.of(text(line));
    }

    /// Whether there is anything in the chunk, after a read if need be.
    private boolean filled() {
        if (from < to) {
            return true;
        }
        try {
            from = 0;
            to = in.read(chunk);
        } catch (IOException _) {
            to = -1;
        }
        return to > 0;
    }

    private String text(ByteArrayOutputStream line) {
        String text = line.toString(charset);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }
}
