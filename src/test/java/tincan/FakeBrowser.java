package tincan;

import java.util.List;
import java.util.function.Consumer;
import tincan.nearby.Browser;
import tincan.nearby.FoundSession;

/// Finds what it was told to find, as soon as it is started.
final class FakeBrowser implements Browser {
    private final int listening;
    private final List<List<FoundSession>> lists;
    private boolean closed;

    @SafeVarargs
    FakeBrowser(int listening, List<FoundSession>... lists) {
        this.listening = listening;
        this.lists = List.of(lists);
    }

    @Override
    public void start(Consumer<List<FoundSession>> listener) {
        lists.forEach(listener);
    }

    @Override
    public int listening() {
        return listening;
    }

    boolean closed() {
        return closed;
    }

    @Override
    public void close() {
        closed = true;
    }
}
