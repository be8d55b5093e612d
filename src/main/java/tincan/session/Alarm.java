package tincan.session;

import java.io.IOException;
import java.net.Socket;

/// Closes a socket when its time is up, whatever is being done on it: a peer that sends a byte now and then passes
/// every time-out of a single read.
final class Alarm implements AutoCloseable {
    private final Socket socket;
    private final Doorbell bell = new Doorbell();
    private volatile long deadline;
    private volatile boolean off;

    /// @param deadline by [System#nanoTime]
    Alarm(Socket socket, long deadline) {
        this.socket = socket;
        this.deadline = deadline;
        Thread.ofVirtual().name("alarm").start(this::watch);
    }

    /// Goes off at another time.
    void set(long later) {
        deadline = later;
        bell.ring();
    }

    private void watch() {
        for (long left = deadline - System.nanoTime(); left > 0 && !off; left = deadline - System.nanoTime()) {
            bell.await(left);
        }
        if (!off) {
            try {
                socket.close();
            } catch (IOException e) {
                // there is nothing left to close
            }
        }
    }

    /// Does not go off any more.
    @Override
    public void close() {
        off = true;
        bell.ring();
    }
}
