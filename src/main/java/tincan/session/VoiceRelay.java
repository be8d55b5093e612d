package tincan.session;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tincan.voice.Seals;
import tincan.voice.Sender;
import tincan.voice.packet.Drops;
import tincan.voice.packet.Header;
import tincan.voice.packet.Report;
import tincan.voice.packet.VoiceKeys;
import tincan.voice.packet.VoicePacket;
import tincan.wire.Frame;

/// The host's relay for voice packets: looks whether a packet is what its sender's seal says, and whether it may be
/// heard, and passes it on as it is. Whenever somebody begins to take part or stops, everybody gets new keys.
/// Any thread.
final class VoiceRelay {
    /// Datagrams of nobody that is known are looked at so often in a second.
    private static final int STRANGERS_A_SECOND = 100;

    private final boolean sealed;
    private final VoiceSocket socket;
    private final Sender host;
    private final Listener listener;
    private final Drops drops = new Drops();
    private final Seals seals = new Seals(drops);
    private final SecureRandom random = new SecureRandom();
    private final Map<Integer, VoiceMember> members = new ConcurrentHashMap<>();
    /// Owner: the lock on this object.
    private int generation;
    /// Owner: the receiving thread.
    private final Allowance strangers = new Allowance(STRANGERS_A_SECOND, System.nanoTime());

    /// Who hears what is relayed. Asked on the thread that received; returns at once.
    interface Listener {
        /// Whether a voice packet may be heard now.
        boolean mayBeHeard(VoicePacket packet, long now);

        /// A packet for everybody, or for the host.
        void heard(VoicePacket packet, long now);
    }

    /// How a relay is opened.
    interface Opening {
        VoiceSocket open(VoiceSocket.Receiver receiver) throws IOException;
    }

    /// @param sealed whether there are keys
    /// @param host numbers the host's own packets
    VoiceRelay(boolean sealed, Opening opening, Sender host, Listener listener) throws IOException {
        this.sealed = sealed;
        this.host = host;
        this.listener = listener;
        this.socket = opening.open(this::received);
    }

    /// Begins to relay.
    void start() {
        socket.start();
    }

    /// A guest takes part, perhaps again by another connection.
    void join(FramedMember guest) {
        VoiceMember before = members.put(guest.seat.member(), new VoiceMember(guest));
        if (before != null) {
            before.close();
        }
        changeKeys();
    }

    /// A guest takes part no longer.
    void leave(FramedMember guest) {
        VoiceMember member = members.get(guest.seat.member());
        if (member != null && member.guest().equals(guest) && members.remove(member.number(), member)) {
            member.close();
            changeKeys();
        }
    }

    /// Gives everybody new keys.
    synchronized void changeKeys() {
        generation = generation % VoiceKeys.LAST_GENERATION + 1;
        byte[] secret = new byte[sealed ? VoiceKeys.SECRET : 0];
        random.nextBytes(secret);
        seals.use(sealed ? VoiceKeys.of(secret, generation) : VoiceKeys.open(generation), System.nanoTime());
        Frame.VoiceKeys keys = new Frame.VoiceKeys(generation, HexFormat.of().formatHex(secret), socket.port());
        members.values().forEach(member -> member.guest().voiceKeys(keys));
    }

    /// The guests that take part.
    List<Integer> members() {
        return List.copyOf(members.keySet());
    }

    Drops drops() {
        return drops;
    }

    /// The guest whose connection this is, if it takes part.
    Optional<VoiceMember> of(MemberConnection connection) {
        return Optional.ofNullable(members.get(connection.seat.member()))
                .filter(member -> member.guest().equals(connection));
    }

    /// Sends a packet of the host's own to all.
    void send(VoicePacket packet) {
        long now = System.nanoTime();
        seals.seal(packet, now).ifPresent(bytes -> passOn(packet, bytes));
    }

    private void received(byte[] datagram, InetSocketAddress from, long now) {
        Optional<Header> header = Header.read(datagram);
        VoiceMember member = header.map(head -> members.get(head.slot())).orElse(null);
        if (member == null) {
            drops.count(header.isEmpty() ? Drops.Reason.MALFORMED : Drops.Reason.FOREIGN);
            return;
        }
        boolean ping = header.get().type() == VoicePacket.Type.PING;
        boolean known = member.isAt(from);
        if (!known && !(ping && member.mayComeFrom(from, sealed) && strangers.takes(now))) {
            drops.count(Drops.Reason.FOREIGN);
            return;
        }
        if (known && !member.allows(now)) {
            return;
        }
        open(member, datagram, now).ifPresent(packet -> {
            if (packet.type() == VoicePacket.Type.PING) {
                registered(member, from);
                pong(packet, now).ifPresent(pong -> socket.send(pong, from));
            } else {
                relay(packet, datagram, now);
            }
        });
    }

    private void registered(VoiceMember member, InetSocketAddress from) {
        if (member.reachedAt(from)) {
            socket.met(from);
        }
    }

    /// A packet came on a member's connection for them.
    void received(VoiceMember member, PacketLine line, byte[] bytes) {
        long now = System.nanoTime();
        if (!member.allows(now)) {
            return;
        }
        open(member, bytes, now).ifPresent(packet -> {
            if (packet.type() == VoicePacket.Type.PING) {
                pong(packet, now).ifPresent(line::send);
            } else {
                relay(packet, bytes, now);
            }
        });
    }

    /// Numbered and sealed in one order.
    private synchronized Optional<byte[]> pong(VoicePacket ping, long now) {
        return seals.seal(host.probe(VoicePacket.Type.PONG, ping.body()), now);
    }

    private Optional<VoicePacket> open(VoiceMember member, byte[] bytes, long now) {
        return seals.open(bytes, now).filter(packet -> packet.slot() == member.number());
    }

    private void relay(VoicePacket packet, byte[] bytes, long now) {
        if (packet.type() == VoicePacket.Type.VOICE && !listener.mayBeHeard(packet, now)) {
            return;
        }
        passOn(packet, bytes);
        listener.heard(packet, now);
    }

    /// Voice goes to everybody else; a report only to whom it is about.
    private void passOn(VoicePacket packet, byte[] bytes) {
        if (packet.type() == VoicePacket.Type.REPORT) {
            Report.of(packet.body()).map(report -> members.get(report.about()))
                    .ifPresent(about -> about.send(bytes, socket));
        } else if (packet.type() == VoicePacket.Type.VOICE) {
            for (VoiceMember member : members.values()) {
                if (member.number() != packet.slot()) {
                    member.send(bytes, socket);
                }
            }
        }
    }

    void close() {
        members.values().forEach(VoiceMember::close);
        socket.close();
    }
}
