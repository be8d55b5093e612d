package tincan.nearby;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tincan.nearby.GroupSocket.Packet;

/// Announces a session to the network until it is closed, on every interface there is and will be. Any thread may start
/// and close it.
public final class Announcer implements AutoCloseable {
    private final Announcement announcement;
    /// Owner: the lock on this object.
    private @Nullable MulticastLoop loop;
    /// Owner: the lock on this object.
    private boolean closed;

    public Announcer(Announcement announcement) {
        this.announcement = announcement;
    }

    /// Begins to announce. A second time, and after the end, nothing happens.
    public synchronized void start() {
        if (loop == null && !closed) {
            loop = MulticastLoop.start("nearby announcer", new Voice(announcement));
        }
    }

    /// Takes the announcement back at once, and ends.
    @Override
    public void close() {
        MulticastLoop ending;
        synchronized (this) {
            closed = true;
            ending = loop;
        }
        if (ending != null) {
            ending.close();
        }
    }

    /// A responder for each link.
    private static final class Voice implements MulticastLoop.Participant {
        private final Announcement announcement;
        private final RandomGenerator random = new SplittableRandom();
        private Map<OpenLink, Responder> responders = new HashMap<>();

        Voice(Announcement announcement) {
            this.announcement = announcement;
        }

        @Override
        public void changed(List<OpenLink> links, long now) {
            Map<OpenLink, Responder> next = new HashMap<>();
            for (OpenLink each : links) {
                Responder before = responders.get(each);
                if (before == null) {
                    takeBackFormerAddresses(each);
                }
                next.put(each, before != null
                        ? before
                        : new Responder(announcement, told(each.link()), random, now));
            }
            responders = next;
        }

        private void takeBackFormerAddresses(OpenLink link) {
            List<InetAddress> former = new ArrayList<>();
            responders.keySet().stream().map(OpenLink::link).filter(each -> each.index() == link.link().index())
                    .forEach(each -> former.addAll(told(each)));
            former.removeAll(told(link.link()));
            if (!former.isEmpty()) {
                link.send(Responder.withoutAddresses(announcement, former));
            }
        }

        /// A link that leads to others has no use for the loopback's addresses.
        private static List<InetAddress> told(Link link) {
            return link.addresses().stream().filter(each -> link.loopback() || !each.isLoopbackAddress()).toList();
        }

        @Override
        public void heard(OpenLink link, GroupSocket socket, Packet packet, long now) {
            Responder responder = responders.get(link);
            if (responder == null) {
                return;
            }
            if (packet.isQuery()) {
                responder.query(packet.message(), !packet.fromResponder(), now)
                        .ifPresent(answer -> socket.send(answer, packet.from()));
            } else if (packet.isResponse()) {
                responder.response(packet.message(), now);
            }
        }

        @Override
        public long due() {
            return responders.values().stream().mapToLong(Responder::due).min().orElse(Responder.NEVER);
        }

        @Override
        public void work(long now) {
            responders.forEach((link, responder) -> responder.take(now).ifPresent(link::send));
        }

        @Override
        public void leave() {
            responders.keySet()
                    .forEach(link -> link.send(Responder.goodbye(announcement, told(link.link()))));
        }
    }
}
