package tincan;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;

/// Lines to a stream from any thread. They gather while the last write is under way and leave as one write with one
/// flush: a single line comes out at once, a flood costs few writes. When a megabyte waits, the caller waits.
final class LineOutput implements AutoCloseable {
    private static final int FULL = 1024 * 1024;

    private final OutputStream out;
    private final Charset charset;
    private final Runnable onBroken;
    private final Thread writer = Thread.ofPlatform().daemon().name("output").unstarted(this::write);

    /// Owner: the lock on this object.
    private StringBuilder waiting = new StringBuilder();
    /// Owner: the lock on this object.
    private boolean closed;
    /// Owner: the lock on this object.
    private boolean broken;

    /// @param onBroken runs once if nobody reads any longer, on the writing thread
    LineOutput(OutputStream out, Charset charset, Runnable onBroken) {
        this.out = out;
        this.charset = charset;
        this.onBroken = onBroken;
    }

    void start() {
        writer.start();
    }

    /// Adds a line. After the end, and when nobody reads any longer, nothing happens.
    void line(String line) {
        try {
            add(line);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void add(String line) throws InterruptedException {
        while (waiting.length() >= FULL && !broken && !closed) {
            wait();
        }
        if (!broken && !closed) {
            waiting.append(line).append('\n');
            notifyAll();
        }
    }

    /// Writes what waits, and ends. Blocks until that is done.
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        try {
            writer.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void write() {
        try {
            StringBuilder spare = new StringBuilder();
            for (StringBuilder lines = taken(spare); !lines.isEmpty(); lines = taken(spare)) {
                ByteBuffer bytes = charset.encode(CharBuffer.wrap(lines));
                out.write(bytes.array(), bytes.arrayOffset(), bytes.remaining());
                out.flush();
                lines.setLength(0);
                spare = lines;
            }
        } catch (IOException | InterruptedException _) {
            breakOff();
        }
    }

    /// What waits, as soon as there is anything; nothing at the end.
    private synchronized StringBuilder taken(StringBuilder spare) throws InterruptedException {
        while (waiting.isEmpty() && !closed) {
            wait();
        }
        StringBuilder lines = waiting;
        waiting = spare;
        notifyAll();
        return lines;
    }

    private void breakOff() {
        synchronized (this) {
            broken = true;
            waiting.setLength(0);
            notifyAll();
        }
        onBroken.run();
    }
}
