package tincan.lab;

import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// A console whose person types from another thread.
public final class LineConsole implements Console {
    /// So many lines may wait to be read.
    private static final int MOST = 10_000;

    /// Gets what is shown, on the thread of the lesson; quick, and never throws.
    public interface Screen {
        /// See [Console#print].
        void printed(String text);

        /// See [Console#tell].
        void told(String key, Object... values);
    }

    private final BlockingQueue<Optional<String>> typed = new LinkedBlockingQueue<>(MOST);
    private final Screen screen;

    public LineConsole(Screen screen) {
        this.screen = screen;
    }

    /// The person types a line.
    ///
    /// @return whether there was room for it
    public boolean type(String line) {
        return typed.offer(Optional.of(line));
    }

    /// The person will type no more; who waits for a line, now or later, gets none.
    public void end() {
        if (!typed.offer(Optional.empty())) {
            typed.clear();
            typed.add(Optional.empty());
        }
    }

    @Override
    public Optional<String> readLine() {
        try {
            Optional<String> line = typed.take();
            if (line.isEmpty()) {
                end();
            }
            return line;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    @Override
    public void print(String text) {
        screen.printed(text);
    }

    @Override
    public void tell(String key, Object... values) {
        screen.told(key, values);
    }
}
