package tincan.voice.play;

import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tincan.voice.packet.Report;
import tincan.voice.packet.VoicePacket;

/// Puts one sender's frames in order and holds them until it is their time. Its bursts are told apart by their number
/// and by the time that jumps between them. Not thread-safe.
final class JitterBuffer {
    /// Whoever sends farther ahead begins anew.
    private static final int FARTHEST = 200;
    /// After so many frames with nothing to play, it waits again as at the beginning.
    private static final int PATIENCE = 30;
    private static final long HALF_FRAME = VoicePacket.FRAME_NANOS / 2;
    private static final double LOSSY = 0.01;

    private final TreeMap<Long, byte[]> frames = new TreeMap<>();
    private final DelayEstimator estimator = new DelayEstimator();
    private final LossCounter losses = new LossCounter();

    private boolean begun;
    private boolean playing;
    private int burst;
    private int origin;
    private int slot;
    private int depth;
    private long first;
    private long next;
    private long end;
    private long highest = -1;
    /// Frames put in the place of some that had not come, without going on to the next.
    private int ahead;
    private long late;

    /// What is to be heard next.
    sealed interface Step {
        /// The sound of a frame.
        @SuppressWarnings("ArrayRecordComponent") // passed on once, never compared
        record Play(byte[] frame) implements Step {}

        /// Something in place of a frame that is lost or late.
        record Conceal() implements Step {}

        /// Nothing.
        record Rest() implements Step {}
    }

    private static final Step CONCEAL = new Step.Conceal();
    private static final Step REST = new Step.Rest();

    /// Takes a voice packet.
    void put(VoicePacket packet, long nowNanos) {
        long seq = extended(packet.seq());
        losses.received(seq, packet.isFirst());
        if (isOfAnotherBurst(packet)) {
            if (begun && seq < first && seq > first - FARTHEST) {
                late++;
                return;
            }
            begin(packet, seq);
        }
        if (seq >= next + FARTHEST) {
            begin(packet, seq);
        }
        highest = Math.max(highest, seq);
        depth = packet.depth();
        estimator.arrived(seq, nowNanos);
        if (packet.isLast()) {
            end = Math.min(end, seq);
        }
        store(packet, seq);
    }

    /// Numbers on the wire wrap around; these do not.
    private long extended(int seq) {
        return highest < 0 ? Integer.toUnsignedLong(seq) : Math.max(0, highest + (seq - (int) highest));
    }

    private boolean isOfAnotherBurst(VoicePacket packet) {
        return !begun || packet.burst() != burst || origin(packet) != origin;
    }

    private static int origin(VoicePacket packet) {
        return packet.timestamp() - packet.seq() * VoicePacket.FRAME;
    }

    private void begin(VoicePacket packet, long seq) {
        frames.clear();
        estimator.restart();
        begun = true;
        playing = false;
        burst = packet.burst();
        slot = packet.slot();
        origin = origin(packet);
        first = Math.max(0, seq - packet.depth());
        next = first;
        end = Long.MAX_VALUE;
        highest = seq;
        ahead = 0;
    }

    private void store(VoicePacket packet, long seq) {
        for (int i = 0; i < packet.frames().size() && i <= seq; i++) {
            long number = seq - i;
            if (!playing && number < next && number >= first - FARTHEST && ahead == 0) {
                first = Math.min(first, number);
                next = number;
            }
            if (number >= next) {
                frames.putIfAbsent(number, packet.frames().get(i));
            } else if (i == 0) {
                late++;
            }
        }
    }

    /// What to play now, and goes on.
    Step next(long nowNanos) {
        if (!playing && !starts(nowNanos)) {
            return REST;
        }
        if (next > end) {
            rest();
            return REST;
        }
        byte @Nullable [] frame = frames.remove(next);
        if (frame == null && frames.isEmpty()) {
            return dry();
        }
        while (frame == null && ahead > 0) {
            // its place was filled already: another filling would make everything later, for ever
            ahead--;
            next++;
            frame = frames.remove(next);
        }
        next++;
        if (frame == null) {
            return CONCEAL;
        }
        ahead = 0;
        return new Step.Play(frame);
    }

    private boolean starts(long nowNanos) {
        playing = !frames.isEmpty() && delay(nowNanos) >= target() - HALF_FRAME;
        return playing;
    }

    private Step dry() {
        if (ahead >= PATIENCE) {
            rest();
            return REST;
        }
        ahead++;
        return CONCEAL;
    }

    private void rest() {
        playing = false;
        ahead = 0;
        next = Math.max(next, highest + 1);
        first = next;
        frames.headMap(next).clear(); // who goes on after its last packet is not heard, nor kept
    }

    /// How long after the quickest it could be heard the next frame is heard now. Only while something is playing
    /// or held.
    long delay(long nowNanos) {
        return nowNanos - estimator.quickest(next);
    }

    /// How long that should be.
    long target() {
        return estimator.target(losses.share() > LOSSY ? depth : 0);
    }

    /// Whether the next frames are all here.
    boolean has(int count) {
        for (int i = 0; i < count; i++) {
            if (!frames.containsKey(next + i)) {
                return false;
            }
        }
        return true;
    }

    /// Leaves out up to so many frames, but none after the last one that is here.
    ///
    /// @return how many
    int skip(int count) {
        int skipped = 0;
        while (skipped < count && !frames.isEmpty() && next < frames.lastKey()) {
            frames.remove(next);
            next++;
            skipped++;
        }
        return skipped;
    }

    int held() {
        return frames.size();
    }

    /// Packets that came when their time was over.
    long late() {
        return late;
    }

    double loss() {
        return losses.share();
    }

    Optional<Report> report() {
        return losses.report(slot);
    }
}
