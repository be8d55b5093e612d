package tincan.session;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import tincan.voice.packet.Header;

/// Voice packets that wait to be written on a connection. Of a sender of whom too many wait the oldest goes: late sound
/// is worth nothing, and who sends much pushes nobody else out. Any thread adds, one takes.
final class PacketQueue {
    /// Half a second of one voice.
    static final int OF_ONE = 50;
    /// Of all together.
    static final int CAPACITY = 400;

    /// Owner: the lock on this object, as the next one.
    private final ArrayDeque<byte[]> waiting = new ArrayDeque<>();
    /// How many wait of each sender.
    private final Map<Integer, Integer> counts = new HashMap<>();
    private final Doorbell bell = new Doorbell();

    /// @param packet not changed any more
    void add(byte[] packet) {
        synchronized (this) {
            int sender = sender(packet);
            if (counts.merge(sender, 1, Integer::sum) > OF_ONE) {
                remove(sender);
            } else if (waiting.size() == CAPACITY) {
                remove(sender(waiting.getFirst()));
            }
            waiting.addLast(packet);
        }
        bell.ring();
    }

    private static int sender(byte[] packet) {
        return Header.read(packet).map(Header::slot).orElse(0);
    }

    /// Removes the oldest of a sender.
    private void remove(int sender) {
        for (Iterator<byte[]> each = waiting.iterator(); each.hasNext();) {
            if (sender(each.next()) == sender) {
                each.remove();
                counts.merge(sender, -1, Integer::sum);
                return;
            }
        }
    }

    /// Waits for packets and takes them, the oldest first; none if it was only woken.
    List<byte[]> take() {
        bell.await();
        synchronized (this) {
            List<byte[]> taken = new ArrayList<>(waiting);
            waiting.clear();
            counts.clear();
            return taken;
        }
    }

    void wake() {
        bell.ring();
    }
}
