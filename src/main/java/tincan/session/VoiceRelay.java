package tincan.session;

import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import tincan.voice.Seals;
import tincan.voice.Sender;
import tincan.voice.packet.Drops;
import tincan.voice.packet.Header;
import tincan.voice.packet.Probe;
import tincan.voice.packet.Report;
import tincan.voice.packet.VoiceKeys;
import tincan.voice.packet.VoicePacket;

/// The host's relay for voice packets: looks whether a packet is what its sender's seal says, and whether it may be
/// heard, and passes it on as it is. Whenever somebody begins to take part or stops, everybody gets new keys.
/// Any thread.
final class VoiceRelay {
    /// Keys hold at least so long: who comes and goes all the time does not keep everybody busy with new ones.
    private static final long CALM_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private final boolean sealed;
    private final VoiceSocket socket;
    private final Sender host;
    private final Listener listener;
    private final Drops drops = new Drops();
    private final Seals seals = new Seals(drops);
    private final DropNotes dropNotes = new DropNotes(drops, this::note, System.nanoTime());
    private final SecureRandom random = new SecureRandom();
    private final Map<Integer, VoiceMember> members = new ConcurrentHashMap<>();
    /// Owner: the lock on this object, as the next three.
    private int generation;
    private long changedAt = System.nanoTime() - CALM_NANOS;
    /// Whether somebody waits to change them.
    private boolean changing;
    private boolean closed;

    /// Who hears what is relayed. Asked on the thread that received; returns at once.
    interface Listener {
        /// Whether a voice packet may be heard now.
        boolean mayBeHeard(VoicePacket packet, long now);

        /// A packet for everybody, or for the host.
        void heard(VoicePacket packet, long now);
    }

    /// How a relay is opened.
    interface Opening {
        VoiceSocket open(VoiceSocket.Receiver receiver);
    }

    /// @param sealed whether there are keys
    /// @param host numbers the host's own packets
    VoiceRelay(boolean sealed, Opening opening, Sender host, Listener listener) {
        this.sealed = sealed;
        this.host = host;
        this.listener = listener;
        this.socket = opening.open(this::received);
    }

    /// Begins to relay.
    void start() {
        socket.start();
    }

    /// A guest takes part, perhaps again by another connection. One that does already hears its keys once more.
    void join(FramedMember guest) {
        Optional<VoiceMember> already = of(guest);
        if (already.isPresent()) {
            already.get().remind();
            return;
        }
        VoiceMember before = members.put(guest.seat.member(), new VoiceMember(guest, drops));
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

    /// Gives everybody new keys: now if the last are old enough, otherwise as soon as they are, once for all who ask
    /// for it meanwhile.
    synchronized void changeKeys() {
        long wait = changedAt + CALM_NANOS - System.nanoTime();
        if (wait <= 0) {
            changeNow();
        } else if (!changing) {
            changing = true;
            Thread.ofVirtual().name("voice keys").start(() -> {
                new Doorbell().await(wait);
                changeNow();
            });
        }
    }

    private synchronized void changeNow() {
        changing = false;
        changedAt = System.nanoTime();
        if (closed) {
            return;
        }
        generation = generation % VoiceKeys.LAST_GENERATION + 1;
        byte[] secret = new byte[sealed ? VoiceKeys.SECRET : 0];
        random.nextBytes(secret);
        seals.use(sealed ? VoiceKeys.of(secret, generation) : VoiceKeys.open(generation), changedAt);
        String digits = HexFormat.of().formatHex(secret);
        members.values().forEach(member -> member.renew(generation, digits, socket.port(), random));
    }

    /// Whether this guest takes part, as it did when this was made of it.
    boolean has(VoiceMember member) {
        return member.equals(members.get(member.number()));
    }

    /// The guests that take part.
    List<Integer> members() {
        return List.copyOf(members.keySet());
    }

    private void note(String text) {
        socket.note(text);
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
        if (header.isEmpty() || member == null) {
            drops.count(header.isEmpty() ? Drops.Reason.MALFORMED : Drops.Reason.FOREIGN);
        } else if (header.get().type() == VoicePacket.Type.PING) {
            asked(member, datagram, from, now);
        } else if (member.isAt(from)) {
            heard(member, datagram, now);
        } else {
            drops.count(Drops.Reason.FOREIGN);
        }
        dropNotes.look(now);
    }

    /// Nothing but an answer, no longer than the question, goes to where nobody has yet shown to be.
    private void asked(VoiceMember member, byte[] ping, InetSocketAddress from, long now) {
        member.asks(ping, now).ifPresent(probe -> {
            if (member.shows(from, probe.number()) && member.reachedAt(from)) {
                socket.met(from);
            }
            Probe answer = new Probe(probe.stamp(), member.numberFor(from, random));
            member.answer(answer, host, now).ifPresent(pong -> socket.send(pong, from));
        });
    }

    /// A packet came on a member's connection for them. Whose it says it is, is looked at before it is opened: it would
    /// count as one of theirs.
    void received(VoiceMember member, PacketLine line, byte[] bytes) {
        long now = System.nanoTime();
        Optional<Header> header = Header.read(bytes).filter(head -> head.slot() == member.number());
        if (header.isEmpty() || !has(member)) {
            drops.count(Drops.Reason.FOREIGN);
        } else if (header.get().type() == VoicePacket.Type.PING) {
            member.asks(bytes, now).flatMap(probe -> member.answer(new Probe(probe.stamp(), 0), host, now))
                    .ifPresent(line::send);
        } else {
            heard(member, bytes, now);
        }
        dropNotes.look(now);
    }

    /// What others send in its name does not count as its.
    private void heard(VoiceMember member, byte[] bytes, long now) {
        seals.open(bytes, now).filter(_ -> member.allows(now)).ifPresent(packet -> relay(packet, bytes, now));
    }

    private void relay(VoicePacket packet, byte[] bytes, long now) {
        if (packet.type() == VoicePacket.Type.VOICE && !listener.mayBeHeard(packet, now)) {
            drops.count(Drops.Reason.NO_FLOOR);
            return;
        }
        passOn(packet, bytes);
        listener.heard(packet, now);
    }

    /// Voice goes to everybody else; a report only to whom it is about.
    private void passOn(VoicePacket packet, byte[] bytes) {
        if (packet.type() == VoicePacket.Type.REPORT) {
            Report.of(packet.body()).map(report -> members.get(report.about()))
                    .ifPresent(about -> about.send(bytes, 1, socket));
        } else if (packet.type() == VoicePacket.Type.VOICE) {
            for (VoiceMember member : members.values()) {
                if (member.number() != packet.slot()) {
                    member.send(bytes, packet.copies(), socket);
                }
            }
        }
    }

    void close() {
        synchronized (this) {
            closed = true;
        }
        members.values().forEach(VoiceMember::close);
        socket.close();
    }
}
