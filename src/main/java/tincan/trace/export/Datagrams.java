package tincan.trace.export;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tincan.trace.ByteStream;
import tincan.trace.Direction;
import tincan.trace.Layer;
import tincan.trace.Payload;
import tincan.trace.SocketCall;
import tincan.trace.TraceEvent;
import tincan.trace.TraceEvent.Called;
import tincan.trace.TraceEvent.Datagram;

/// The datagrams of a recording as packets. One that both ends saw is told by its sender.
final class Datagrams {
    private final Recording.End end;
    /// The address of each socket, by the name of its connection.
    private final Map<String, InetSocketAddress> local = new HashMap<>();
    private final Set<String> names = new HashSet<>();

    private Datagrams(Recording.End end) {
        this.end = end;
        for (TraceEvent event : end.events()) {
            if (event.what() instanceof Called called && called.call() == SocketCall.BIND) {
                bound(event.connection(), called.detail());
            } else if (event.what() instanceof Datagram) {
                names.add(event.connection());
            }
        }
        end.connections().forEach((name, between) -> local.put(name, between.local()));
    }

    private void bound(String connection, String detail) {
        try {
            local.put(connection, EventFields.address(detail));
        } catch (BrokenRecording _) {
            // then it stays unknown
        }
    }

    static List<TimedPacket> of(Recording recording) {
        List<Datagrams> ends = recording.ends().stream().map(Datagrams::new).toList();
        List<TimedPacket> packets = new ArrayList<>();
        for (Datagrams one : ends) {
            Set<Integer> ports = new HashSet<>();
            ends.stream().filter(other -> other != one).forEach(other -> ports.addAll(other.ports()));
            one.addTo(packets, ports);
        }
        return packets;
    }

    private Set<Integer> ports() {
        Set<Integer> ports = new HashSet<>();
        names.forEach(name -> {
            if (local.containsKey(name)) {
                ports.add(local.get(name).getPort());
            }
        });
        return ports;
    }

    /// @param told the ports of the other end, which has told what it sent
    private void addTo(List<TimedPacket> packets, Set<Integer> told) {
        for (TraceEvent event : end.events()) {
            if (event.what() instanceof Datagram datagram) {
                boolean sent = datagram.call().equals(SocketCall.SEND_TO);
                if (sent || !(told.contains(datagram.peer().getPort()) || isOurs(datagram.peer()))) {
                    packet(event, datagram, sent).ifPresent(packets::add);
                }
            }
        }
    }

    /// Whether the peer is another socket of this end, which has told what it sent.
    private boolean isOurs(InetSocketAddress peer) {
        return names.stream().filter(local::containsKey).map(local::get).anyMatch(own -> own.getPort() == peer.getPort()
                && (own.getAddress().equals(peer.getAddress()) || peer.getAddress().isLoopbackAddress()));
    }

    /// Empty if its bytes are no longer kept: a part would pass for the whole.
    private Optional<TimedPacket> packet(TraceEvent event, Datagram datagram, boolean sent) {
        InetSocketAddress here = here(event.connection(), datagram.peer());
        ByteStream stream = new ByteStream(event.connection(), sent ? Direction.OUT : Direction.IN, Layer.WIRE);
        if (bytes(stream, datagram).length != datagram.bytes() || datagram.bytes() > Packet.MOST_DATA) {
            return Optional.empty();
        }
        return Optional.of(new TimedPacket(sent ? end.at(event).minus(datagram.took()) : end.at(event),
                () -> sent
                        ? Packet.udp(here, datagram.peer(), bytes(stream, datagram))
                        : Packet.udp(datagram.peer(), here, bytes(stream, datagram))));
    }

    private byte[] bytes(ByteStream stream, Datagram datagram) {
        return end.bytes().of(stream, datagram.span()).bytes();
    }

    /// The socket's own address, as far as somebody said it.
    private InetSocketAddress here(String connection, InetSocketAddress peer) {
        InetSocketAddress known = local.getOrDefault(connection, new InetSocketAddress(0));
        boolean same = known.getAddress().getAddress().length == peer.getAddress().getAddress().length;
        if (same && !known.getAddress().isAnyLocalAddress()) {
            return known;
        }
        return new InetSocketAddress(peer.getAddress().isLoopbackAddress() ? peer.getAddress() : nowhere(peer),
                known.getPort());
    }

    /// An address of no computer.
    private static InetAddress nowhere(InetSocketAddress peer) {
        return InetAddress.ofLiteral(peer.getAddress().getAddress().length == 4 ? "0.0.0.0" : "::");
    }
}
