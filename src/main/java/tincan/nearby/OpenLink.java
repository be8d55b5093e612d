package tincan.nearby;

import java.io.Closeable;
import java.io.IOException;
import java.net.NetworkInterface;
import java.net.StandardProtocolFamily;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;
import org.xbill.DNS.Message;

/// A link and its sockets, one for each family of addresses that works there. Owner: the thread of its [MulticastLoop].
record OpenLink(Link link, List<GroupSocket> sockets) implements Closeable {

    /// Joins the groups; without sockets if none can be joined.
    static OpenLink open(Link link, Selector selector) {
        List<GroupSocket> sockets = new ArrayList<>();
        for (StandardProtocolFamily family : List.of(StandardProtocolFamily.INET, StandardProtocolFamily.INET6)) {
            try {
                NetworkInterface card = NetworkInterface.getByIndex(link.index());
                if (card != null) {
                    sockets.add(GroupSocket.open(card, family, selector));
                }
            } catch (IOException | IllegalArgumentException | UnsupportedOperationException _) {
                // the interface or the system has nothing of the family, or it has just gone; the other one may do
            }
        }
        return new OpenLink(link, List.copyOf(sockets));
    }

    /// Whether none of its sockets failed.
    boolean works() {
        return sockets.stream().allMatch(GroupSocket::isOpen);
    }

    /// Tells the group, by every family.
    void send(Message message) {
        sockets.forEach(socket -> socket.send(message));
    }

    @Override
    public void close() {
        sockets.forEach(GroupSocket::close);
    }
}
