package tincan.trace.export;

import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tincan.trace.Ends;
import tincan.trace.SocketCall;
import tincan.trace.Span;
import tincan.trace.TraceEvent;
import tincan.trace.TraceEvent.Called;
import tincan.trace.TraceEvent.Failed;

/// The packets with which a connection could have gone: the bytes and their times are those of the calls, everything
/// else is as TCP would have it (RFC 9293). Sequence numbers begin at 0 and are places in the stream plus one. Bytes
/// that are no longer kept are a gap.
final class TcpStory {
    private final Talk talk;
    private final Side client;
    private final Side server;
    private final List<TimedPacket> packets = new ArrayList<>();
    private boolean reset;

    /// One of the two, and how far it is.
    private static final class Side {
        private final InetSocketAddress address;
        /// What it sends.
        private final Way way;
        /// Where in its stream the next byte lies.
        private long sent;
        /// How far the other side has taken its stream.
        private long taken;
        private boolean ended;

        Side(InetSocketAddress address, Way way) {
            this.address = address;
            this.way = way;
        }

        long sequence() {
            return 1 + sent + (ended ? 1 : 0);
        }

        long expected() {
            return 1 + taken + (ended ? 1 : 0);
        }
    }

    /// What happens at a moment.
    private record Step(Instant at, Runnable action) {}

    TcpStory(Talk talk) {
        this.talk = talk;
        Ends between = talk.near().between();
        boolean near = between.side() == Ends.Side.CLIENT;
        Way out = new Way(Optional.of(talk.near()), talk.far());
        Way in = new Way(talk.far(), Optional.of(talk.near()));
        this.client = near ? new Side(between.local(), out) : new Side(between.remote(), in);
        this.server = near ? new Side(between.remote(), in) : new Side(between.local(), out);
    }

    List<TimedPacket> packets() {
        Optional<Opened> opened = opened();
        List<Step> steps = new ArrayList<>();
        opened.ifPresent(this::handshake);
        Instant start = opened.map(Opened::over).orElse(Instant.MIN);
        way(steps, client, server, start, opened.isPresent());
        way(steps, server, client, start, opened.isPresent());
        resets(steps, talk.near());
        talk.far().ifPresent(far -> resets(steps, far));
        steps.sort(Comparator.comparing(Step::at));
        for (Step step : steps) {
            if (!reset) {
                step.action().run();
            }
        }
        return packets;
    }

    /// The connecting of a connection.
    private record Opened(Instant began, Instant over) {}

    /// By the connect, or else by the accept; empty if neither is recorded any more.
    private Optional<Opened> opened() {
        Optional<Opened> connected = opened(client.way.writer(), SocketCall.CONNECT);
        return connected.isPresent()
                ? connected
                : opened(server.way.writer(), SocketCall.ACCEPT).map(accepted -> new Opened(accepted.over(),
                        accepted.over()));
    }

    private static Optional<Opened> opened(Optional<Talk.Seen> end, SocketCall call) {
        return end.flatMap(seen -> seen.events().stream()
                .filter(event -> event.what() instanceof Called called && called.call() == call).findFirst()
                .map(event -> new Opened(seen.at(event).minus(((Called) event.what()).took()), seen.at(event))));
    }

    private void handshake(Opened opened) {
        add(opened.began(), () -> Packet.tcp(client.address, server.address, Packet.SYN, 0, 0, new byte[0]));
        add(opened.over(),
                () -> Packet.tcp(server.address, client.address, Packet.SYN | Packet.ACK, 0, 1, new byte[0]));
        add(opened.over(), () -> Packet.tcp(client.address, server.address, Packet.ACK, 1, 1, new byte[0]));
    }

    private void way(List<Step> steps, Side from, Side to, Instant opened, boolean fromTheStart) {
        List<Way.Sent> all = from.way.sent(opened);
        if (!fromTheStart && !all.isEmpty()) {
            from.sent = all.getFirst().span().from();
            from.taken = from.sent;
        }
        boolean heard = from.way.reader().isPresent();
        for (Way.Sent sent : all) {
            steps.add(new Step(sent.at(), () -> data(from, to, sent, heard)));
        }
        for (Way.Sent taken : from.way.taken(all)) {
            steps.add(new Step(taken.at(), () -> taken(from, to, taken.at(), taken.span().end())));
        }
        Instant last = all.isEmpty() ? opened : all.getLast().at();
        from.way.ended().ifPresent(at -> {
            Instant ended = Way.later(at, last);
            steps.add(new Step(ended, () -> end(from, to, ended)));
        });
    }

    private void data(Side from, Side to, Way.Sent sent, boolean heard) {
        for (Way.Kept kept : from.way.kept(sent.span())) {
            Span span = kept.span();
            long acknowledged = to.expected();
            add(sent.at(), () -> Packet.tcp(from.address, to.address, Packet.ACK | Packet.PUSH, 1 + span.from(),
                    acknowledged, kept.bytes()));
        }
        from.sent = Math.max(from.sent, sent.span().end());
        if (!heard) {
            taken(from, to, sent.at(), sent.span().end());
        }
    }

    /// The other side has so much of the stream.
    private void taken(Side from, Side to, Instant at, long end) {
        if (Math.min(end, from.sent) > from.taken && !from.ended) {
            from.taken = Math.min(end, from.sent);
            acknowledge(from, to, at);
        }
    }

    private void acknowledge(Side from, Side to, Instant at) {
        long sequence = to.sequence();
        long expected = from.expected();
        add(at, () -> Packet.tcp(to.address, from.address, Packet.ACK, sequence, expected, new byte[0]));
    }

    private void end(Side from, Side to, Instant at) {
        long sequence = from.sequence();
        long expected = to.expected();
        add(at, () -> Packet.tcp(from.address, to.address, Packet.FIN | Packet.ACK, sequence, expected, new byte[0]));
        from.taken = from.sent;
        from.ended = true;
        acknowledge(from, to, at);
    }

    private void resets(List<Step> steps, Talk.Seen seen) {
        boolean isClient = seen.between().side() == Ends.Side.CLIENT;
        for (TraceEvent event : seen.events()) {
            if (event.what() instanceof Failed failed && isReset(failed)) {
                steps.add(new Step(seen.at(event),
                        () -> reset(isClient ? server : client, isClient ? client : server, seen.at(event))));
            }
        }
    }

    /// A recording has nothing but the system's words for why a call failed.
    private static boolean isReset(Failed failed) {
        return (failed.call() == SocketCall.READ || failed.call() == SocketCall.WRITE)
                && (failed.reason().contains("reset") || failed.reason().contains("Broken pipe"));
    }

    private void reset(Side from, Side to, Instant at) {
        long sequence = from.sequence();
        long expected = to.expected();
        reset = true;
        add(at, () -> Packet.tcp(from.address, to.address, Packet.RST | Packet.ACK, sequence, expected, new byte[0]));
    }

    private void add(Instant at, TimedPacket.Bytes packet) {
        packets.add(new TimedPacket(at, packet));
    }
}
