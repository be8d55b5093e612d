package tincan.lab;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// Somebody at a console: types, and remembers what is shown.
public final class Person implements LineConsole.Screen {
    private static final long DEADLINE_SECONDS = 30;

    private final BlockingQueue<String> shown = new LinkedBlockingQueue<>();
    private final LineConsole console = new LineConsole(this);

    @Override
    public void printed(String text) {
        shown.add(text);
    }

    @Override
    public void told(String key, Object... values) {
        shown.add(key);
    }

    /// Where this person types.
    public Console console() {
        return console;
    }

    /// Types lines.
    public Person types(String... lines) {
        Arrays.stream(lines).forEach(console::type);
        return this;
    }

    /// Types no more.
    public Person ends() {
        console.end();
        return this;
    }

    /// Waits for the next that is shown.
    public String sees() throws InterruptedException {
        String next = shown.poll(DEADLINE_SECONDS, TimeUnit.SECONDS);
        assertNotNull(next, "nothing more was shown");
        return next;
    }

    /// Waits for as many.
    public List<String> sees(int count) throws InterruptedException {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(sees());
        }
        return all;
    }

    /// Waits until as much is shown, in however many parts.
    public String seesText(int length) throws InterruptedException {
        StringBuilder all = new StringBuilder();
        while (all.length() < length) {
            all.append(sees());
        }
        return all.toString();
    }
}
