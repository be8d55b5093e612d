package tincan.voice.play;

import java.util.Arrays;
import java.util.Optional;
import tincan.voice.codec.VoiceDecoder;
import tincan.voice.packet.Report;
import tincan.voice.packet.VoicePacket;

/// One sender's packets become sound, taken out frame by frame at the loudspeaker's pace. It keeps the time between
/// coming and being heard as short as the network allows. Thread-safe: packets come on one thread, sound is taken on
/// another, and decoding a frame under the lock takes far less than a frame.
public final class Receiver implements AutoCloseable {
    private static final long TOLERANCE = 8 * DelayEstimator.MILLISECOND;
    private static final long TOO_MUCH = 80 * DelayEstimator.MILLISECOND;
    private static final double SMOOTHING = 0.2;
    /// Frames between two changes of the length.
    private static final int CALM = 3;
    private static final int KEPT = TimeScale.NEEDED;

    private final VoiceDecoder decoder;
    private final JitterBuffer buffer = new JitterBuffer();
    /// Decoded and not yet taken.
    private short[] ready = {};
    /// What was taken last, the newest at the end.
    private final short[] taken = new short[KEPT];
    private double smoothed;
    private boolean wasPlaying;
    private int calm;
    private boolean closed;

    private long played;
    private long concealed;
    private long skipped;
    private long stretched;

    /// How it is going.
    ///
    /// @param targetNanos how long a frame should wait
    /// @param delayNanos how long it does, about
    /// @param held frames that wait
    /// @param played frames that were heard
    /// @param concealed frames in whose place something else was heard
    /// @param late packets that came when their time was over
    /// @param skipped frames that were left out to catch up
    /// @param stretched times that the sound was made shorter or longer
    /// @param loss share of packets lost of late
    public record Stats(long targetNanos, long delayNanos, int held, long played, long concealed, long late,
            long skipped, long stretched, double loss) {}

    /// @param decoder closed with this
    public Receiver(VoiceDecoder decoder) {
        this.decoder = decoder;
    }

    /// Takes a voice packet; others are passed over.
    public synchronized void put(VoicePacket packet, long nowNanos) {
        if (packet.type() == VoicePacket.Type.VOICE && !closed) {
            buffer.put(packet, nowNanos);
        }
    }

    /// The next frame to be heard.
    ///
    /// @param frame is filled; with silence if there is nothing
    /// @return whether the sender is heard
    public synchronized boolean pull(short[] frame, long nowNanos) {
        if (closed || !fill(VoicePacket.FRAME, nowNanos)) {
            Arrays.fill(frame, (short) 0);
            ready = new short[0];
            wasPlaying = false;
            return false;
        }
        adapt(nowNanos);
        System.arraycopy(ready, 0, frame, 0, VoicePacket.FRAME);
        ready = Arrays.copyOfRange(ready, VoicePacket.FRAME, ready.length);
        System.arraycopy(taken, VoicePacket.FRAME, taken, 0, KEPT - VoicePacket.FRAME);
        System.arraycopy(frame, 0, taken, KEPT - VoicePacket.FRAME, VoicePacket.FRAME);
        return true;
    }

    /// Whether there are so many samples now.
    private boolean fill(int samples, long nowNanos) {
        while (ready.length < samples) {
            switch (buffer.next(nowNanos)) {
                case JitterBuffer.Step.Play(byte[] packet) -> {
                    played++;
                    append(decoder.decode(packet));
                }
                case JitterBuffer.Step.Conceal() -> {
                    concealed++;
                    append(decoder.conceal());
                }
                case JitterBuffer.Step.Rest() -> {
                    return false;
                }
            }
        }
        return true;
    }

    private void append(short[] frame) {
        int length = ready.length;
        ready = Arrays.copyOf(ready, length + frame.length);
        System.arraycopy(frame, 0, ready, length, frame.length);
    }

    private void adapt(long nowNanos) {
        long delay = delay(nowNanos);
        smoothed = wasPlaying ? smoothed + SMOOTHING * (delay - smoothed) : delay;
        wasPlaying = true;
        calm = Math.max(0, calm - 1);
        long target = buffer.target();
        if (smoothed > target + TOO_MUCH) {
            leaveOut((int) ((smoothed - target) / VoicePacket.FRAME_NANOS));
        } else if (calm == 0 && smoothed > target + TOLERANCE) {
            shorten(nowNanos);
        } else if (calm == 0 && smoothed < target - TOLERANCE) {
            replaced(TimeScale.longer(taken, ready));
        }
    }

    /// How long after the quickest it could be heard, what is heard now is heard.
    private long delay(long nowNanos) {
        return buffer.delay(nowNanos) + nanos(ready.length);
    }

    private void leaveOut(int frames) {
        int left = buffer.skip(frames);
        skipped += left;
        smoothed -= left * VoicePacket.FRAME_NANOS;
    }

    private void shorten(long nowNanos) {
        int missing = TimeScale.NEEDED - ready.length;
        int frames = Math.max(0, (missing + VoicePacket.FRAME - 1) / VoicePacket.FRAME);
        if (buffer.has(frames) && fill(TimeScale.NEEDED, nowNanos)) {
            replaced(TimeScale.shorter(ready));
        }
    }

    private void replaced(short[] sound) {
        int more = sound.length - ready.length;
        ready = sound;
        if (more != 0) {
            smoothed += nanos(more);
            stretched++;
            calm = CALM;
        }
    }

    private static long nanos(int samples) {
        return samples * VoicePacket.FRAME_NANOS / VoicePacket.FRAME;
    }

    /// What came of the sender's packets since the last call, to be sent to it each second; empty if nothing could.
    public synchronized Optional<Report> report() {
        return buffer.report();
    }

    public synchronized Stats stats() {
        return new Stats(buffer.target(), Math.round(smoothed), buffer.held(), played, concealed, buffer.late(),
                skipped, stretched, buffer.loss());
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            decoder.close();
        }
    }
}
