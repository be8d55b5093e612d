package tincan.voice.packet;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/// Numbers one sender's frames and puts each in a packet, with those before it as often as asked for (after RFC 2198).
/// Its numbers go on over bursts and generations of keys. Not thread-safe.
public final class RedPacker {
    /// Bytes of all frames of a packet, so that it fits any network.
    private static final int MOST_BYTES = 1000;
    /// How far the time jumps between two bursts, so that they are never taken for one.
    private static final int PAUSE = 100 * VoicePacket.FRAME;

    private final int slot;
    private final Deque<byte[]> before = new ArrayDeque<>();
    private int seq;
    /// Begins anywhere: a member that comes again with another program begins no burst that was heard before.
    private int timestamp = ThreadLocalRandom.current().nextInt();

    public RedPacker(int slot) {
        this.slot = slot;
    }

    /// The next packet.
    ///
    /// @param flags of [VoicePacket]; with `FIRST`, nothing of an earlier burst goes along
    /// @param depth how many earlier frames may go along
    public VoicePacket pack(byte[] opus, int flags, int burst, int depth) {
        if ((flags & VoicePacket.FIRST) != 0) {
            before.clear();
            timestamp += PAUSE;
        }
        VoicePacket packet = new VoicePacket(VoicePacket.Type.VOICE, flags, slot, burst, seq, timestamp,
                frames(opus, depth));
        before.addFirst(opus);
        if (before.size() >= VoicePacket.MOST_FRAMES) {
            before.removeLast();
        }
        seq++;
        timestamp += VoicePacket.FRAME;
        return packet;
    }

    private List<byte[]> frames(byte[] opus, int depth) {
        List<byte[]> frames = new ArrayList<>(List.of(opus));
        int bytes = opus.length;
        for (byte[] earlier : before) {
            bytes += earlier.length;
            if (frames.size() > depth || frames.size() >= VoicePacket.MOST_FRAMES || bytes > MOST_BYTES) {
                break;
            }
            frames.add(earlier);
        }
        return frames;
    }
}
