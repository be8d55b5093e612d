package tincan.session;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/// Voice packets that wait to be written on a connection. When it is full the oldest goes: late sound is worth nothing.
/// Any thread adds, one takes.
final class PacketQueue {
    /// Half a second of one voice.
    static final int CAPACITY = 50;

    /// Owner: the lock on this object.
    private final ArrayDeque<byte[]> waiting = new ArrayDeque<>();
    private final Doorbell bell = new Doorbell();

    /// @param packet not changed any more
    void add(byte[] packet) {
        synchronized (this) {
            if (waiting.size() == CAPACITY) {
                waiting.removeFirst();
            }
            waiting.addLast(packet);
        }
        bell.ring();
    }

    /// Waits for packets and takes them, the oldest first; none if it was only woken.
    List<byte[]> take() {
        bell.await();
        synchronized (this) {
            List<byte[]> taken = new ArrayList<>(waiting);
            waiting.clear();
            return taken;
        }
    }

    void wake() {
        bell.ring();
    }
}
