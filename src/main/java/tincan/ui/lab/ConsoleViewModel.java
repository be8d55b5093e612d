package tincan.ui.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import tincan.lab.LineConsole;
import tincan.text.Printable;
import tincan.text.Text;
import tincan.ui.Batch;
import tincan.ui.Excerpt;
import tincan.ui.TailList;
import tincan.ui.lab.ConsoleLine.From;

/// What a person types to a program of a lesson, and what came. Programs come and go; the lines stay.
///
/// Owner: the thread of the window.
public final class ConsoleViewModel {
    /// So many lines are kept.
    static final int MOST = 2_000;
    /// So many may wait to be shown; what comes beyond is not shown, but it is in the log.
    private static final int WAITING = 2_000;
    private static final int LONGEST = 2_000;

    private final Text text;
    private final TailList<ConsoleLine> lines = new TailList<>();
    private final BlockingQueue<ConsoleLine> waiting = new ArrayBlockingQueue<>(WAITING);
    private final Batch batch;
    private @Nullable LineConsole now;

    ConsoleViewModel(Text text, Executor fx) {
        this.text = text;
        this.batch = new Batch(fx, this::take);
    }

    TailList<ConsoleLine> lines() {
        return lines;
    }

    /// A console for the next program.
    LineConsole begin() {
        end();
        LineConsole fresh = new LineConsole(new LineConsole.Screen() {
            @Override
            public void printed(String words) {
                put(From.NETWORK, words);
            }

            @Override
            public void told(String key, Object... values) {
                put(From.LESSON, text.of(key, values));
            }
        });
        now = fresh;
        return fresh;
    }

    /// The person says a line.
    ///
    /// @return whether a program takes it
    boolean type(String line) {
        if (now == null) {
            return false;
        }
        // before the program has it, so that its answer stands below
        put(From.PERSON, line);
        return now.type(line);
    }

    /// The program gets no more lines.
    void end() {
        if (now != null) {
            now.end();
            now = null;
        }
    }

    /// The lesson's screen says something. Any thread.
    void tell(String words) {
        put(From.LESSON, words);
    }

    private void put(From from, String words) {
        if (waiting.offer(new ConsoleLine(from, Excerpt.of(Printable.lines(words), LONGEST)))) {
            batch.trigger();
        }
    }

    private void take() {
        List<ConsoleLine> block = new ArrayList<>();
        waiting.drainTo(block);
        lines.append(block);
        lines.dropFirst(Math.max(0, lines.size() - MOST));
    }
}
