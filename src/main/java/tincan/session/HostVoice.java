package tincan.session;

import java.io.IOException;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import tincan.trace.EventLog;
import tincan.voice.PacketOut;
import tincan.voice.Sender;
import tincan.voice.Transmissions;
import tincan.voice.audio.Sound;
import tincan.voice.codec.VoiceCodec;
import tincan.voice.packet.VoicePacket;
import tincan.wire.Frame;
import tincan.wire.Refusal;

/// The voice of a session that is hosted here: the relay, from when somebody first takes part, and the host's own part.
/// Any thread.
final class HostVoice {
    /// A packet has no place for a higher number of its sender.
    private static final int MOST_MEMBERS = 0xFFFF;

    private final HostFloor floor;
    private final HostOptions options;
    private final SideDoor door;
    private final IntSupplier port;
    private final EventLog log;
    private final FloorTurns turns;
    private final Runnable onChange;
    private final OwnVoice.Kept kept;

    /// Owner: the lock on this object, as the next one.
    private boolean closed;
    private @Nullable VoiceRelay relay;
    private volatile @Nullable OwnVoice own;

    /// @param door knows whose other connection one is
    /// @param port the TCP port
    /// @param onChange called when anything of [Voice] has changed; must not block
    HostVoice(HostFloor floor, HostOptions options, SideDoor door, IntSupplier port, EventLog log, Runnable onChange) {
        this.floor = floor;
        this.options = options;
        this.door = door;
        this.port = port;
        this.log = log;
        this.turns = new FloorTurns(floor);
        this.onChange = onChange;
        this.kept = new OwnVoice.Kept(new Sender(Person.HOST), new Transmissions(VoiceCodec.best(), onChange),
                new Handover());
    }

    private final class Heard implements VoiceRelay.Listener {
        @Override
        public boolean mayBeHeard(VoicePacket packet, long now) {
            return turns.mayBeHeard(packet.slot(), packet.burst(), packet.isDuplex(), now);
        }

        @Override
        public void heard(VoicePacket packet, long now) {
            OwnVoice mine = own;
            if (mine != null) {
                mine.heard(packet, now);
            }
        }
    }

    /// Opened when it is first needed; null if the session is over.
    private synchronized @Nullable VoiceRelay relay() {
        if (relay == null && !closed) {
            relay = new VoiceRelay(options.privacy() != Privacy.OPEN,
                    receiver -> VoiceSocket.host(options.bind(), port.getAsInt(), log, receiver), kept.sender(),
                    new Heard());
            relay.start();
        }
        return relay;
    }

    /// A guest takes part, or no longer.
    void guest(FramedMember guest, boolean joins) {
        boolean takesPart = joins && guest.seat.member() <= MOST_MEMBERS && door.isIn(guest);
        VoiceRelay by = takesPart ? relay() : current();
        if (by != null && takesPart) {
            by.join(guest);
        }
        if (by != null && !(takesPart && door.isSeated(guest))) {
            by.leave(guest); // or it was removed while it joined
        }
        onChange.run();
    }

    /// The connection of a guest is over.
    void gone(MemberConnection connection) {
        VoiceRelay by = current();
        if (by != null && connection instanceof FramedMember guest) {
            by.leave(guest);
        }
    }

    private synchronized @Nullable VoiceRelay current() {
        return relay;
    }

    /// A guest has made a connection for its packets. Serves it until it is over.
    ///
    /// @param passed to be called once the guest has proven who it is
    /// @return why it is not taken; empty once it was and is over
    Optional<Frame.Refused> take(Line line, Frame.Hello hello, Runnable passed) throws IOException {
        VoiceRelay by = current();
        Optional<MemberConnection> proven = door.proven(hello);
        Optional<VoiceMember> member = by == null ? Optional.empty() : proven.flatMap(by::of);
        if (by == null || member.isEmpty()) {
            return Optional.of(new Frame.Refused(Refusal.NO_PLACE, ""));
        }
        passed.run();
        line.send(door.welcome(member.get().guest()));
        line.tap().note("carries voice; not seen from here on");
        line.tap().quiet();
        serve(by, new PacketLine(line, (on, bytes) -> by.received(member.get(), on, bytes)), member.get(), line.name());
        return Optional.empty();
    }

    private void serve(VoiceRelay by, PacketLine made, VoiceMember member, String name) {
        PacketLine before = member.carriedBy(made);
        if (before != null) {
            before.close();
        }
        if (!by.has(member)) {
            made.close(); // it went before it was seen to have this
        }
        try {
            made.serve(name + " writer voice");
        } finally {
            member.over(made);
        }
    }

    /// The host's own part; empty if it takes none.
    Optional<Voice> voice() {
        return Optional.ofNullable(own);
    }

    /// The host takes part itself.
    void join(Sound sound) {
        VoiceRelay by = relay();
        OwnVoice made;
        synchronized (this) {
            if (by == null || own != null || closed) {
                return;
            }
            made = new OwnVoice(sound, floor, kept, new Out(), () -> VoicePath.DATAGRAMS, onChange);
            own = made;
        }
        by.changeKeys();
        made.start();
        onChange.run();
    }

    private final class Out implements PacketOut {
        @Override
        public void send(VoicePacket packet) {
            VoiceRelay by = current();
            if (by != null) {
                by.send(packet);
            }
        }

        /// Not while the host may not speak: the floor is asked for itself as for others.
        @Override
        public boolean takesVoice(int burst) {
            return turns.mayBeHeard(Person.HOST, burst, burst == 0, System.nanoTime());
        }
    }

    /// The host takes part no longer.
    void leave() {
        OwnVoice mine;
        synchronized (this) {
            mine = own;
            own = null;
        }
        if (mine != null) {
            mine.close();
            VoiceRelay by = current();
            if (by != null) {
                by.changeKeys();
            }
            onChange.run();
        }
    }

    /// As [Dispatcher#overhear]: what is told of the floor is for one's own voice, too.
    void told(Object kind) {
        OwnVoice mine = own;
        if (mine != null) {
            mine.told(kind);
        }
    }

    /// The session is over.
    void close() {
        synchronized (this) {
            closed = true;
        }
        leave();
        VoiceRelay by;
        synchronized (this) {
            by = relay;
            relay = null;
        }
        if (by != null) {
            by.close();
        }
        kept.devices().await(); // what is written to a file is whole then
    }
}
