package tincan;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tincan.text.Printable;
import tincan.trace.EventLog;
import tincan.trace.TextLines;
import tincan.trace.TraceEvent;

/// Writes the events of a session to a file, as lines of text, while they come. A slow disk holds nobody up: events
/// that were dropped meanwhile are counted in a line of their own. After [#MOST_BYTES] the file ends with a line that
/// says so.
final class LogFile implements AutoCloseable {
    /// Enough for a day of talk, and no disk is filled by a flood.
    static final long MOST_BYTES = 1_000_000_000;

    private final BufferedWriter file;
    private final EventTail tail;

    private LogFile(BufferedWriter file, EventLog log) {
        this.file = file;
        this.tail = EventTail.start(log, new Lines(file), "log file");
    }

    /// Makes the file, or empties the one that is there, and begins.
    static LogFile start(Path path, EventLog log) throws IOException {
        return new LogFile(Files.newBufferedWriter(path), log);
    }

    /// Writes what is still to be written, and ends.
    @Override
    public void close() {
        tail.close();
        try {
            file.close();
        } catch (IOException _) {
            // a full disk ends the file, not the conversation
        }
    }

    /// Events as lines of a file.
    private static final class Lines implements EventTail.Reader {
        private final BufferedWriter file;
        /// Counted in characters, which are bytes but for what people say.
        private long written;

        private Lines(BufferedWriter file) {
            this.file = file;
        }

        @Override
        public void missed(long events) throws IOException {
            file.write("-- " + events + " events came too fast for this file --\n");
        }

        @Override
        public boolean read(TraceEvent event) throws IOException {
            if (written >= MOST_BYTES) {
                file.write("-- this file is full --\n");
                return false;
            }
            String line = Printable.line(TextLines.line(event));
            file.write(line);
            file.write('\n');
            written += line.length() + 1;
            return true;
        }

        @Override
        public void caughtUp() throws IOException {
            file.flush();
        }
    }
}
