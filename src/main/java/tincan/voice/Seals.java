package tincan.voice;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tincan.voice.packet.Drops;
import tincan.voice.packet.Header;
import tincan.voice.packet.Opener;
import tincan.voice.packet.Sealer;
import tincan.voice.packet.VoiceKeys;
import tincan.voice.packet.VoicePacket;

/// What one end seals with and opens with, from one generation of keys to the next. Not everybody has new keys at the
/// same moment: for a while the old ones are still sealed with, and for longer still taken. Any thread; time comes in,
/// by [System#nanoTime].
public final class Seals {
    /// How long after new keys came the old ones are sealed with.
    static final long HEAD_START_NANOS = 100_000_000L;
    /// How long they are taken.
    static final long OVERLAP_NANOS = 3_000_000_000L;

    private static final int GENERATION_BITS = 3;
    /// So many senders are heard in one generation.
    private static final int MOST_SENDERS = 1024;

    private final Drops drops;
    /// Owner: the lock on this object, as the next three.
    private @Nullable Generation current;
    private @Nullable Generation previous;
    private long changedAt;

    public Seals(Drops drops) {
        this.drops = drops;
    }

    /// One generation. Owner: the lock on the seals.
    private static final class Generation {
        private final VoiceKeys keys;
        private final Map<Integer, Sealer> sealers = new HashMap<>();
        private final Map<Integer, Opener> openers = new HashMap<>();

        Generation(VoiceKeys keys) {
            this.keys = keys;
        }

        boolean isOf(Header header) {
            return header.generation() == (keys.generation() & GENERATION_BITS);
        }

        byte[] seal(VoicePacket packet) {
            return sealers.computeIfAbsent(packet.slot(), keys::sealer).seal(packet);
        }

        /// Only a sender that has shown its key is remembered.
        Optional<VoicePacket> open(int slot, byte[] datagram, Drops drops) {
            Opener known = openers.get(slot);
            if (known != null) {
                return known.open(datagram);
            }
            if (openers.size() >= MOST_SENDERS) {
                drops.count(Drops.Reason.CROWDED);
                return Optional.empty();
            }
            Opener fresh = keys.opener(slot, drops);
            Optional<VoicePacket> packet = fresh.open(datagram);
            packet.ifPresent(_ -> openers.put(slot, fresh));
            return packet;
        }
    }

    /// Takes new keys. The same ones must not come twice.
    public synchronized void use(VoiceKeys keys, long now) {
        previous = current;
        current = new Generation(keys);
        changedAt = now;
    }

    /// Forgets all keys: until others come nothing is sealed and nothing is taken.
    public synchronized void forget() {
        previous = null;
        current = null;
    }

    /// Whether there are keys to seal with.
    public synchronized boolean hasKeys() {
        return current != null;
    }

    /// The datagram of a packet; empty while there are no keys.
    public synchronized Optional<byte[]> seal(VoicePacket packet, long now) {
        Generation old = previous;
        Generation by = old != null && now - changedAt < HEAD_START_NANOS ? old : current;
        return Optional.ofNullable(by).map(generation -> generation.seal(packet));
    }

    /// The packet in a datagram, if it is genuine and new; otherwise it is counted.
    public synchronized Optional<VoicePacket> open(byte[] datagram, long now) {
        Optional<Header> header = Header.read(datagram);
        if (header.isEmpty()) {
            drops.count(Drops.Reason.MALFORMED);
            return Optional.empty();
        }
        if (previous != null && now - changedAt >= OVERLAP_NANOS) {
            previous = null;
        }
        Generation by = generation(header.get());
        if (by == null) {
            drops.count(Drops.Reason.OLD_GENERATION);
            return Optional.empty();
        }
        return by.open(header.get().slot(), datagram, drops);
    }

    private @Nullable Generation generation(Header header) {
        Generation newest = current;
        Generation old = previous;
        if (newest != null && newest.isOf(header)) {
            return newest;
        }
        return old != null && old.isOf(header) ? old : null;
    }
}
