package tincan.voice.play;

import java.util.Arrays;
import tincan.voice.packet.VoicePacket;

/// Adds up what several people say, and turns the sum down while it is too loud. Not thread-safe.
public final class Mixer {
    private static final double LOUDEST = 30_000;
    /// Turned down at once, and up again in about a second.
    private static final double RELEASE = 0.01;
    /// Samples in which it is turned down.
    private static final int ATTACK = 48;

    private final int[] sum = new int[VoicePacket.FRAME];
    private double gain = 1;

    /// Adds a frame of one of them.
    public void add(short[] frame) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += frame[i];
        }
    }

    /// Fills `frame` with the sum of what was added since the last one.
    public void mix(short[] frame) {
        int peak = 0;
        for (int sample : sum) {
            peak = Math.max(peak, Math.abs(sample));
        }
        double wanted = Math.min(LOUDEST / Math.max(LOUDEST, peak), gain + RELEASE);
        int ramp = wanted < gain ? ATTACK : sum.length;
        for (int i = 0; i < sum.length; i++) {
            double now = gain + (wanted - gain) * Math.min(1.0, (i + 1.0) / ramp);
            frame[i] = (short) Math.clamp(Math.round(sum[i] * now), Short.MIN_VALUE, Short.MAX_VALUE);
        }
        gain = wanted;
        Arrays.fill(sum, 0);
    }
}
