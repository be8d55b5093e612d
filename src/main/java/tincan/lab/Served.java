package tincan.lab;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tincan.lab.socket.StreamSocket;

/// The connections that a server serves now, each by a thread. Any thread.
final class Served {
    /// Owner: the lock on this object, as of the next.
    private final Map<StreamSocket, Thread> threads = new LinkedHashMap<>();
    private boolean over;

    /// This thread begins to serve.
    ///
    /// @return whether it may: nobody is served any more after the end
    synchronized boolean enter(StreamSocket client) {
        if (!over) {
            threads.put(client, Thread.currentThread());
        }
        return !over;
    }

    synchronized void leave(StreamSocket client) {
        threads.remove(client);
    }

    /// All of them, in the order they were accepted.
    synchronized List<StreamSocket> all() {
        return List.copyOf(threads.keySet());
    }

    /// Closes all, and wakes the threads that wait for something else than their connection.
    void end() {
        Map<StreamSocket, Thread> last;
        synchronized (this) {
            over = true;
            last = new LinkedHashMap<>(threads);
        }
        last.forEach((client, thread) -> {
            client.close();
            thread.interrupt();
        });
    }
}
