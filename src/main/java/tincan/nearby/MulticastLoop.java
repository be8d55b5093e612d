package tincan.nearby;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import tincan.nearby.GroupSocket.Packet;

/// Speaks multicast DNS on every usable link, and follows the links as they come, go and change their addresses. One
/// thread of its own, a platform thread because it waits in a selector, makes all calls of its [Participant].
final class MulticastLoop implements AutoCloseable {
    /// How often it looks for the links, in milliseconds.
    private static final long LOOK = 1_000;
    private static final long CLOSING = 2_000;

    /// One side of the conversation. Times are milliseconds of a clock that never goes back.
    interface Participant {

        /// The links are others than they were. A link whose addresses changed is another one.
        void changed(List<OpenLink> links, long now);

        void heard(OpenLink link, GroupSocket socket, Packet packet, long now);

        /// When [#work] has something to do.
        long due();

        void work(long now);

        /// The end: the last time to send.
        void leave();
    }

    private final Participant participant;
    private final Thread thread;
    private final Selector selector;
    private volatile boolean closing;
    private volatile int listening;

    /// Owner: the thread.
    private List<OpenLink> links = List.of();
    /// Owner: the thread.
    private long nextLook = now();

    private MulticastLoop(String name, Participant participant) {
        this.participant = participant;
        this.thread = Thread.ofPlatform().daemon().name(name).unstarted(this::run);
        try {
            this.selector = Selector.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @param name of the thread
    static MulticastLoop start(String name, Participant participant) {
        MulticastLoop loop = new MulticastLoop(name, participant);
        loop.thread.start();
        return loop;
    }

    /// On how many links it speaks.
    int listening() {
        return listening;
    }

    private static long now() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
    }

    private void run() {
        try {
            while (!closing) {
                look(now());
                participant.work(now());
                long wait = Math.min(nextLook, participant.due()) - now();
                if (wait > 0) {
                    selector.select(this::read, wait);
                } else {
                    selector.selectNow(this::read);
                }
            }
            participant.leave();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            listening = 0;
            links.forEach(OpenLink::close);
            close(selector);
        }
    }

    private static void close(Selector selector) {
        try {
            selector.close();
        } catch (IOException _) {
            // nothing is left to close
        }
    }

    private void look(long now) {
        if (now < nextLook) {
            return;
        }
        nextLook = now + LOOK;
        List<Link> usable = Link.usable();
        List<OpenLink> next = new ArrayList<>();
        for (OpenLink each : links) {
            if (each.works() && usable.contains(each.link())) {
                each.sockets().forEach(GroupSocket::breathe);
                next.add(each);
            } else {
                each.close();
            }
        }
        usable.stream().filter(link -> next.stream().noneMatch(open -> open.link().equals(link)))
                .map(link -> OpenLink.open(link, selector)).filter(open -> !open.sockets().isEmpty())
                .forEach(next::add);
        if (!next.equals(links)) {
            links = List.copyOf(next);
            listening = links.size();
            participant.changed(links, now);
        }
    }

    private void read(SelectionKey ready) {
        for (OpenLink link : links) {
            for (GroupSocket socket : link.sockets()) {
                if (socket.owns(ready)) {
                    read(link, socket);
                }
            }
        }
    }

    private void read(OpenLink link, GroupSocket socket) {
        try {
            for (Optional<Packet> next = socket.receive(); next.isPresent(); next = socket.receive()) {
                participant.heard(link, socket, next.get(), now());
            }
        } catch (IOException _) {
            // the interface went; the next look sees it, and until then nothing is read
            socket.close();
        }
    }

    /// Ends, after what the participant says at its end is sent. Waits for that, but not for long.
    @Override
    public void close() {
        closing = true;
        selector.wakeup();
        if (Thread.currentThread().equals(thread)) {
            return;
        }
        try {
            thread.join(CLOSING);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
