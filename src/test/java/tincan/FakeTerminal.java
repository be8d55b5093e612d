package tincan;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import tincan.text.Text;

/// A terminal in memory, in English.
final class FakeTerminal {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Terminal terminal;

    private FakeTerminal(InputStream in, boolean person) {
        terminal = new Terminal(in, out, new PrintStream(err, true, StandardCharsets.UTF_8), StandardCharsets.UTF_8,
                Text.in(Locale.ENGLISH), person);
    }

    /// Input that is all there from the beginning.
    static FakeTerminal typed(String input) {
        return new FakeTerminal(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), false);
    }

    /// The same, with a person before it.
    static FakeTerminal typedByAPerson(String input) {
        return new FakeTerminal(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), true);
    }

    /// Input that nobody ever types.
    static FakeTerminal silent() {
        return new FakeTerminal(new SilentInput(), false);
    }

    Terminal terminal() {
        return terminal;
    }

    List<String> out() {
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    List<String> err() {
        return err.toString(StandardCharsets.UTF_8).lines().toList();
    }

    /// Blocks whoever reads it, as a terminal does while nobody types.
    private static final class SilentInput extends InputStream {
        @Override
        public synchronized int read() {
            try {
                while (true) {
                    wait();
                }
            } catch (InterruptedException _) {
                return -1;
            }
        }

        @Override
        public int read(byte[] data, int offset, int length) {
            return read();
        }
    }
}
