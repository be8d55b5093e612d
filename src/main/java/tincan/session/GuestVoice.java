package tincan.session;

import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tincan.trace.EventLog;
import tincan.voice.PacketOut;
import tincan.voice.Seals;
import tincan.voice.Sender;
import tincan.voice.Transmissions;
import tincan.voice.audio.Sound;
import tincan.voice.codec.VoiceCodec;
import tincan.voice.packet.Drops;
import tincan.voice.packet.VoiceKeys;
import tincan.voice.packet.VoicePacket;
import tincan.wire.BrokenFrame;
import tincan.wire.Frame;

/// A guest's part in the voice. It outlives connections: on each new one it takes part again. Any thread.
final class GuestVoice {
    private final Membership guest;
    private final GuestFloor floor;
    private final EventLog log;
    private final Runnable onChange;
    private final Drops drops = new Drops();
    private final Seals seals = new Seals(drops);
    /// Of pings and pongs.
    private final Seals asking = new Seals(drops);
    private final Transmissions transmissions;
    private final Handover devices = new Handover();

    /// Made with the guest's number, which it keeps. Owner: the lock on this object, as all that follow.
    private @Nullable Sender sender;
    /// The connection with the host; both null while there is none.
    private @Nullable GuestWriter carrier;
    private @Nullable Line line;
    private @Nullable GuestPath path;
    /// Of the keys that it has; 0 if it has none.
    private int generation;
    private boolean closed;
    private volatile @Nullable OwnVoice own;

    /// @param floor of this guest's session
    /// @param onChange called when anything of [Voice] has changed; must not block
    GuestVoice(Membership guest, GuestFloor floor, EventLog log, Runnable onChange) {
        this.guest = guest;
        this.floor = floor;
        this.log = log;
        this.onChange = onChange;
        this.transmissions = new Transmissions(VoiceCodec.best(), onChange);
    }

    /// This guest's own part; empty if it takes none.
    Optional<Voice> voice() {
        return Optional.ofNullable(own);
    }

    /// Takes part.
    void join(Sound sound) {
        OwnVoice made;
        synchronized (this) {
            if (closed || own != null || guest.claim(Frame.Purpose.VOICE).isEmpty()) {
                return;
            }
            Sender numbers = sender == null ? new Sender(guest.self().member()) : sender;
            sender = numbers;
            made = new OwnVoice(sound, floor, new OwnVoice.Kept(numbers, transmissions, devices), new Out(),
                    this::path, onChange);
            own = made;
            if (carrier != null) {
                carrier.voice(true);
            }
        }
        made.start();
        onChange.run();
    }

    /// Takes part no longer.
    void leave() {
        OwnVoice mine;
        GuestPath before;
        synchronized (this) {
            mine = own;
            own = null;
            before = path;
            path = null;
            forgetKeys();
            if (mine != null && carrier != null) {
                carrier.voice(false);
            }
        }
        if (before != null) {
            before.close();
        }
        if (mine != null) {
            mine.close();
            onChange.run();
        }
    }

    /// Under the lock.
    private void forgetKeys() {
        generation = 0;
        seals.forget();
        asking.forget();
    }

    /// The session is over: from now on nobody takes part.
    void close() {
        synchronized (this) {
            closed = true;
        }
        leave();
        devices.await(); // what is written to a file is whole then
    }

    /// There is a connection with the host, perhaps another.
    synchronized void connected(GuestWriter writer, Line made) {
        carrier = writer;
        line = made;
        if (own != null) {
            writer.voice(true);
        }
    }

    /// That connection is over.
    void connectionOver() {
        GuestPath before;
        synchronized (this) {
            carrier = null;
            line = null;
            before = path;
            path = null;
            forgetKeys();
        }
        if (before != null) {
            before.close();
            onChange.run();
        }
    }

    /// The host tells what packets are sealed with from now on.
    void keys(Frame.VoiceKeys keys) throws BrokenFrame {
        VoiceKeys fresh = read(keys, keys.secret());
        VoiceKeys pings = read(keys, keys.own());
        GuestPath made = null;
        synchronized (this) {
            Line with = line;
            Sender numbers = sender;
            if (own == null || with == null || numbers == null) {
                return; // it was left meanwhile
            }
            long now = System.nanoTime();
            if (keys.generation() != generation) { // otherwise the host repeats itself
                generation = keys.generation();
                seals.use(fresh, now);
                asking.use(pings, now);
            }
            InetSocketAddress host = new InetSocketAddress(with.peer(), keys.port());
            if (path == null || !path.host().equals(host)) {
                if (path != null) {
                    path.close(); // first: two would ask in any order
                }
                made = open(host, numbers);
                path = made;
            }
        }
        if (made != null) {
            made.start();
        }
    }

    private static VoiceKeys read(Frame.VoiceKeys keys, String digits) throws BrokenFrame {
        try {
            byte[] secret = HexFormat.of().parseHex(digits);
            if (keys.port() < 0 || keys.port() > 65_535) {
                throw new BrokenFrame("port " + keys.port());
            }
            return secret.length == 0 ? VoiceKeys.open(keys.generation()) : VoiceKeys.of(secret, keys.generation());
        } catch (IllegalArgumentException e) {
            throw new BrokenFrame("no keys for voice");
        }
    }

    private GuestPath open(InetSocketAddress host, Sender numbers) {
        GuestPath.Way way = new GuestPath.Way(host, guest::sideEntrance,
                () -> guest.claim(Frame.Purpose.VOICE).orElseThrow());
        return new GuestPath(way, new GuestPath.Sealing(seals, asking, numbers, drops), log, new Heard());
    }

    private final class Heard implements GuestPath.Listener {
        @Override
        public void heard(VoicePacket packet, long nanos) {
            OwnVoice mine = own;
            if (mine != null) {
                mine.heard(packet, nanos);
            }
        }

        @Override
        public void pathChanged() {
            onChange.run();
        }
    }

    private final class Out implements PacketOut {
        @Override
        public void send(VoicePacket packet) {
            GuestPath by = current();
            if (by != null) {
                by.send(packet);
            }
        }

        @Override
        public boolean takesVoice(int burst) {
            GuestPath by = current();
            return by != null && by.takesVoice();
        }
    }

    private VoicePath path() {
        GuestPath by = current();
        return by == null ? VoicePath.NONE : by.path();
    }

    private synchronized @Nullable GuestPath current() {
        return path;
    }

    /// As [Dispatcher#overhear]: what is told of the floor is for one's own voice, too.
    void told(Object kind) {
        OwnVoice mine = own;
        if (mine != null) {
            mine.told(kind);
        }
    }
}
