package tincan;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Semaphore;
import tincan.text.Printable;
import tincan.trace.EventLog;
import tincan.trace.TextLines;
import tincan.trace.TraceEvent;

/// Writes the events of a session to a file, as lines of text, while they come. It pulls them from the bounded log, so
/// a slow disk holds nobody up: events that were dropped meanwhile are counted in a line of their own. After
/// [#MOST_BYTES] the file ends with a line that says so.
final class LogFile implements AutoCloseable {
    /// Enough for a day of talk, and no disk is filled by a flood.
    static final long MOST_BYTES = 1_000_000_000;
    private static final int BATCH = 1_000;

    private final EventLog log;
    private final BufferedWriter file;
    private final Semaphore bell = new Semaphore(0);
    private final Thread writer = Thread.ofVirtual().name("log file").unstarted(this::write);

    /// Owner: the writing thread.
    private long last;
    /// Owner: the writing thread. Counted in characters, which are bytes but for what people say.
    private long written;
    private volatile boolean closed;

    private LogFile(EventLog log, BufferedWriter file) {
        this.log = log;
        this.file = file;
    }

    /// Makes the file, or empties the one that is there, and begins.
    static LogFile start(Path path, EventLog log) throws IOException {
        LogFile logFile = new LogFile(log, Files.newBufferedWriter(path));
        logFile.writer.start();
        return logFile;
    }

    /// Writes what is still to be written, and ends.
    @Override
    public void close() {
        closed = true;
        bell.release();
        try {
            writer.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void write() {
        Runnable subscription = log.onAppend(this::ring);
        try (file) {
            while (!closed && written < MOST_BYTES) {
                bell.acquire();
                bell.drainPermits();
                pull();
            }
            pull();
        } catch (IOException | InterruptedException _) {
            // a full disk ends the file, not the conversation
        } finally {
            subscription.run();
        }
    }

    private void ring() {
        if (bell.availablePermits() == 0) {
            bell.release();
        }
    }

    private void pull() throws IOException {
        for (List<TraceEvent> events = log.since(last, BATCH); !events.isEmpty(); events = log.since(last, BATCH)) {
            for (TraceEvent event : events) {
                line(event);
            }
            if (written >= MOST_BYTES) {
                file.write("-- this file is full --\n");
                break;
            }
        }
        file.flush();
    }

    private void line(TraceEvent event) throws IOException {
        if (event.number() > last + 1) {
            file.write("-- " + (event.number() - last - 1) + " events came too fast for this file --\n");
        }
        String line = Printable.line(TextLines.line(event));
        file.write(line);
        file.write('\n');
        written += line.length() + 1;
        last = event.number();
    }
}
