package tincan.nearby;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tincan.nearby.GroupSocket.Packet;

/// Finds sessions by DNS-SD on every interface there is and will be. Any thread may start and close it.
public final class LanBrowser implements Browser {
    /// Owner: the lock on this object.
    private @Nullable MulticastLoop loop;
    /// Owner: the lock on this object.
    private boolean closed;

    @Override
    public synchronized void start(Consumer<List<FoundSession>> listener) {
        if (loop == null && !closed) {
            loop = MulticastLoop.start("nearby browser", new Ear(listener));
        }
    }

    @Override
    public synchronized int listening() {
        return loop == null ? 0 : loop.listening();
    }

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

    /// A neighbourhood for each link, which outlives the addresses of this side there.
    private static final class Ear implements MulticastLoop.Participant {
        private final Consumer<List<FoundSession>> listener;
        private final RandomGenerator random = new SplittableRandom();
        private List<OpenLink> links = List.of();
        private Map<Integer, Neighbourhood> neighbourhoods = new HashMap<>();
        private List<FoundSession> told = List.of();
        private int toldLinks;

        Ear(Consumer<List<FoundSession>> listener) {
            this.listener = listener;
        }

        @Override
        public void changed(List<OpenLink> now, long time) {
            Map<Integer, Neighbourhood> next = new HashMap<>();
            for (OpenLink each : now) {
                Neighbourhood before = neighbourhoods.get(each.link().index());
                if (before != null && !links.contains(each)) {
                    before.browse(time);
                }
                next.put(each.link().index(), before != null ? before : new Neighbourhood(random, time));
            }
            links = now;
            neighbourhoods = next;
        }

        @Override
        public void heard(OpenLink link, GroupSocket socket, Packet packet, long now) {
            Neighbourhood neighbourhood = neighbourhoods.get(link.link().index());
            if (neighbourhood == null) {
                return;
            }
            if (packet.isResponse()) {
                neighbourhood.response(packet.message(), socket.family(), now);
            } else if (packet.isQuery() && packet.fromResponder()) {
                neighbourhood.query(packet.message(), now);
            }
        }

        @Override
        public long due() {
            return neighbourhoods.values().stream().mapToLong(Neighbourhood::due).min().orElse(Long.MAX_VALUE);
        }

        @Override
        public void work(long now) {
            neighbourhoods.values().forEach(each -> each.expire(now));
            for (OpenLink each : links) {
                Neighbourhood neighbourhood = neighbourhoods.get(each.link().index());
                if (neighbourhood != null && neighbourhood.due() <= now) {
                    each.sockets().forEach(
                            socket -> neighbourhood.questions(socket.family(), now).forEach(socket::send));
                    neighbourhood.asked(now);
                }
            }
            tell();
        }

        private void tell() {
            List<FoundSession> found = Rows.of(neighbourhoods);
            if (!found.equals(told) || links.size() != toldLinks) {
                told = found;
                toldLinks = links.size();
                listener.accept(found);
            }
        }

        /// Who only listens leaves without a word.
        @Override
        public void leave() {}
    }
}
