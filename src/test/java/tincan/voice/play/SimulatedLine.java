package tincan.voice.play;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import tincan.voice.Speech;
import tincan.voice.codec.VoiceCodec;
import tincan.voice.codec.VoiceDecoder;
import tincan.voice.codec.VoiceEncoder;
import tincan.voice.packet.RedPacker;
import tincan.voice.packet.Report;
import tincan.voice.packet.VoicePacket;

/// Speech over a network that loses and delays packets as told, on a clock that is only counted. The sound of 27 s
/// takes a second or two.
final class SimulatedLine {
    private static final long FRAME = VoicePacket.FRAME_NANOS;
    private static final long MILLISECOND = 1_000_000;
    /// The loudspeaker's clock and the microphone's do not tick together.
    private static final long PHASE = 3_700_000;
    private static final long WAY = 20 * MILLISECOND;

    private final Random random;
    private final short[] said;
    private double loss;
    private int lostInARow = 1;
    private long jitter;
    private int depth;
    private double drift;
    private final List<long[]> stalls = new ArrayList<>();

    /// What became of it.
    ///
    /// @param delays of each frame in the jitter buffer, in milliseconds
    record Result(short[] said, short[] heard, List<Double> delays, List<Double> targets, Receiver.Stats stats,
            List<Report> reports) {
        double medianDelay(int from, int to) {
            return delays.subList(from, to).stream().sorted().toList().get((to - from) / 2);
        }
    }

    private record Arrival(long nanos, VoicePacket packet) {}

    SimulatedLine(short[] said, long seed) {
        this.said = said;
        this.random = new Random(seed);
    }

    SimulatedLine loses(double share, int inARow) {
        loss = share;
        lostInARow = inARow;
        return this;
    }

    SimulatedLine jitters(int millis) {
        jitter = millis * MILLISECOND;
        return this;
    }

    SimulatedLine repeats(int frames) {
        depth = frames;
        return this;
    }

    /// The sender's clock runs fast by so many millionths.
    SimulatedLine drifts(int millionths) {
        drift = millionths / 1e6;
        return this;
    }

    /// Nothing comes for a while, and then all at once.
    SimulatedLine stalls(int atMillis, int millis) {
        stalls.add(new long[]{atMillis * MILLISECOND, (atMillis + millis) * MILLISECOND});
        return this;
    }

    Result run(VoiceCodec codec) {
        PriorityQueue<Arrival> arrivals = sent(codec);
        int frames = said.length / Speech.FRAME;
        short[] heard = new short[said.length];
        List<Double> delays = new ArrayList<>();
        List<Double> targets = new ArrayList<>();
        List<Report> reports = new ArrayList<>();
        try (Receiver receiver = new Receiver(codec.decoder())) {
            short[] frame = new short[Speech.FRAME];
            for (int i = 0; i < frames; i++) {
                long now = i * FRAME + PHASE;
                while (!arrivals.isEmpty() && arrivals.peek().nanos <= now) {
                    Arrival arrival = arrivals.remove();
                    receiver.put(arrival.packet, arrival.nanos);
                }
                receiver.pull(frame, now);
                System.arraycopy(frame, 0, heard, i * Speech.FRAME, Speech.FRAME);
                Receiver.Stats stats = receiver.stats();
                delays.add(stats.delayNanos() / 1e6);
                targets.add(stats.targetNanos() / 1e6);
                if (i % 100 == 99) {
                    receiver.report().ifPresent(reports::add);
                }
            }
            return new Result(said, heard, delays, targets, receiver.stats(), reports);
        }
    }

    private PriorityQueue<Arrival> sent(VoiceCodec codec) {
        PriorityQueue<Arrival> arrivals = new PriorityQueue<>(Comparator.comparingLong(Arrival::nanos));
        RedPacker packer = new RedPacker(2);
        int losing = 0;
        int frames = said.length / Speech.FRAME;
        try (VoiceEncoder encoder = codec.encoder(VoiceCodec.BITRATE)) {
            for (int i = 0; i < frames; i++) {
                int flags = (i == 0 ? VoicePacket.FIRST : 0) | (i == frames - 1 ? VoicePacket.LAST : 0);
                VoicePacket packet = packer.pack(encoder.encode(Speech.frame(said, i)), flags, 1, depth);
                long sent = Math.round((i + 1) * FRAME / (1 + drift));
                losing = Math.max(0, losing - 1);
                losing = losing == 0 && random.nextDouble() < loss / lostInARow ? lostInARow : losing;
                if (losing == 0) {
                    arrivals.add(new Arrival(stalled(sent + WAY + (long) (random.nextDouble() * jitter)), packet));
                }
            }
        }
        return arrivals;
    }

    private long stalled(long arrival) {
        for (long[] stall : stalls) {
            if (arrival >= stall[0] && arrival < stall[1]) {
                return stall[1];
            }
        }
        return arrival;
    }

    /// What a decoder makes of all of it, when nothing is lost and nothing is late.
    static short[] codecAlone(VoiceCodec codec, short[] said) {
        short[] heard = new short[said.length];
        try (VoiceEncoder encoder = codec.encoder(VoiceCodec.BITRATE); VoiceDecoder decoder = codec.decoder()) {
            for (int i = 0; i < said.length / Speech.FRAME; i++) {
                short[] frame = decoder.decode(encoder.encode(Speech.frame(said, i)));
                System.arraycopy(frame, 0, heard, i * Speech.FRAME, Speech.FRAME);
            }
        }
        return heard;
    }
}
