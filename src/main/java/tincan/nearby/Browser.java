package tincan.nearby;

import java.util.List;
import java.util.function.Consumer;

/// Keeps a list of the sessions on the network, one's own among them.
public interface Browser extends AutoCloseable {

    /// Begins to listen.
    ///
    /// @param listener is given the whole list whenever it, or on how many interfaces it is kept, has changed, the
    /// longest known first, always on the same thread; it must be quick
    void start(Consumer<List<FoundSession>> listener);

    /// On how many interfaces it listens now; 0 before the start, after the end, and where there is no network. May be
    /// asked on any thread.
    int listening();

    /// Ends. The listener is not called after it, and a second time nothing happens.
    @Override
    void close();
}
