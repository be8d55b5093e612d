package tincan.voice;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tincan.voice.audio.Pcm;
import tincan.voice.codec.VoiceCodec;
import tincan.voice.codec.VoiceDecoder;
import tincan.voice.packet.VoicePacket;

/// The packets of one turn, as they came: a few dozen bytes for each 10 ms. Not thread-safe.
final class Recording {
    /// A little more than the longest turn, what is concealed included.
    private static final int MOST_STEPS = 13_000;
    /// What counts for a frame besides its bytes.
    private static final int FRAME_COST = 96;
    /// A longer gap is heard as one of so many frames.
    private static final int LONGEST_GAP = 10;

    private final int member;
    private final TreeMap<Long, byte[]> frames = new TreeMap<>();
    private long newest = -1;
    private long bytes;
    private boolean more;

    Recording(int member) {
        this.member = member;
    }

    int member() {
        return member;
    }

    /// What it takes in memory, in bytes.
    long bytes() {
        return bytes;
    }

    /// Takes a packet of this member's; another's is passed over.
    void add(VoicePacket packet) {
        if (packet.slot() != member) {
            return;
        }
        long seq = newest < 0 ? Integer.toUnsignedLong(packet.seq()) : newest + (packet.seq() - (int) newest);
        newest = Math.max(newest, seq);
        for (int i = 0; i < packet.frames().size() && frames.size() < MOST_STEPS; i++) {
            byte[] frame = packet.frames().get(i);
            if (frames.putIfAbsent(seq - i, frame) == null) {
                bytes += frame.length + FRAME_COST;
                more = true;
            }
        }
    }

    /// Whether there is more of it than when this was asked last.
    boolean hasMore() {
        boolean now = more;
        more = false;
        return now;
    }

    /// Its sound, frame by frame, as long as a turn may be; what is missing is concealed. A copy, to be used on
    /// any thread.
    List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        long next = frames.isEmpty() ? 0 : frames.firstKey();
        for (Map.Entry<Long, byte[]> frame : frames.entrySet()) {
            for (long gap = Math.min(frame.getKey() - next, LONGEST_GAP); gap > 0; gap--) {
                steps.add(VoiceDecoder::conceal);
            }
            if (steps.size() >= MOST_STEPS) {
                break;
            }
            byte[] opus = frame.getValue();
            steps.add(decoder -> decoder.decode(opus));
            next = frame.getKey() + 1;
        }
        return steps;
    }

    /// 10 ms of a recording.
    @FunctionalInterface
    interface Step {
        /// Its sound, by the decoder that made the sound of those before it.
        short[] sound(VoiceDecoder decoder);
    }

    /// What a person sees of it.
    static Transmission draw(long epoch, int member, List<Step> steps, VoiceCodec codec) {
        float[] peaks = new float[Transmission.PEAKS];
        try (VoiceDecoder decoder = codec.decoder()) {
            for (int i = 0; i < steps.size(); i++) {
                int part = (int) ((long) i * peaks.length / steps.size());
                double level = Math.pow(10, Pcm.peak(steps.get(i).sound(decoder)) / 20);
                peaks[part] = Math.max(peaks[part], (float) level);
            }
        }
        return new Transmission(epoch, member, Duration.ofMillis(10L * steps.size()), list(peaks));
    }

    private static List<Float> list(float[] peaks) {
        Stream.Builder<Float> list = Stream.builder();
        for (float peak : peaks) {
            list.add(peak);
        }
        return list.build().toList();
    }
}
