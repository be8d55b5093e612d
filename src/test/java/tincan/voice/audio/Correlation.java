package tincan.voice.audio;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Speech that was said against speech that was heard, in windows of 250 ms, each on its own: the delay of a voice path
/// moves, so that one correlation over all would fail for no reason.
public final class Correlation {
    private static final int WINDOW = Pcm.RATE / 4;
    private static final int STEP = Pcm.RATE / 8;
    /// A coarse look takes every sixth sample, smoothed.
    private static final int COARSE = 6;
    /// Below this level there is no speech in a window, in dBFS of its mean.
    private static final double SPEECH = -40;

    private Correlation() {}

    /// A window of speech, found again.
    ///
    /// @param correlation 1 for the same, 0 for nothing alike
    /// @param delay how much later than it was said
    public record Window(double correlation, Duration delay) {}

    /// Looks for each window of speech within a time after it was said.
    ///
    /// @param said begins at the same time as `heard`
    public static List<Window> windows(short[] said, short[] heard, Duration atMost) {
        int farthest = (int) (atMost.toMillis() * Pcm.RATE / 1000);
        double[] saidFine = doubles(said);
        double[] heardFine = doubles(heard);
        double[] saidCoarse = coarse(said);
        double[] heardCoarse = coarse(heard);
        List<Window> windows = new ArrayList<>();
        for (int at = 0; at + WINDOW <= said.length; at += STEP) {
            if (level(said, at) > SPEECH) {
                int lag = COARSE * best(saidCoarse, heardCoarse, at / COARSE, WINDOW / COARSE, 0, farthest / COARSE);
                windows.add(fine(saidFine, heardFine, at, lag));
            }
        }
        return windows;
    }

    /// The lag of the whole, for recordings that did not begin together: how much later `said` begins in `heard`, or
    /// earlier if negative. Of the loudness only, which is enough to put windows near each other.
    public static Duration offset(short[] said, short[] heard) {
        double[] one = loudness(said);
        double[] other = loudness(heard);
        double most = -1;
        int best = 0;
        for (int lag = -one.length + 1; lag < other.length; lag++) {
            double sum = 0;
            for (int i = Math.max(0, -lag); i < one.length && i + lag < other.length; i++) {
                sum += one[i] * other[i + lag];
            }
            if (sum > most) {
                most = sum;
                best = lag;
            }
        }
        return Duration.ofMillis(10L * best);
    }

    /// A recording from a time on, or with silence before it.
    public static short[] from(short[] samples, Duration begin) {
        int index = Math.toIntExact(begin.toMillis() * Pcm.RATE / 1000);
        short[] moved = new short[Math.max(0, samples.length - index)];
        int skip = Math.max(0, index);
        int silence = Math.max(0, -index);
        System.arraycopy(samples, Math.min(skip, samples.length), moved, Math.min(silence, moved.length),
                Math.max(0, Math.min(samples.length - skip, moved.length - silence)));
        return moved;
    }

    /// The value below which a share of the windows' correlations lies.
    public static double quantile(List<Window> windows, double share) {
        double[] sorted = windows.stream().mapToDouble(Window::correlation).sorted().toArray();
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, share * sorted.length)];
    }

    /// The delay below which a share of the windows' delays lies.
    public static Duration delay(List<Window> windows, double share) {
        List<Duration> sorted = windows.stream().map(Window::delay).sorted().toList();
        return sorted.get((int) Math.min(sorted.size() - 1, share * sorted.size()));
    }

    private static Window fine(double[] said, double[] heard, int at, int near) {
        int from = Math.max(0, near - COARSE);
        int lag = best(said, heard, at, WINDOW, from, near + COARSE);
        return new Window(alike(said, heard, at, WINDOW, lag), Duration.ofNanos(lag * 1_000_000_000L / Pcm.RATE));
    }

    private static int best(double[] said, double[] heard, int at, int length, int from, int to) {
        double most = -2;
        int best = from;
        for (int lag = from; lag <= to; lag++) {
            double now = alike(said, heard, at, length, lag);
            if (now > most) {
                most = now;
                best = lag;
            }
        }
        return best;
    }

    private static double alike(double[] said, double[] heard, int at, int length, int lag) {
        if (at + lag + length > heard.length || at + length > said.length) {
            return 0;
        }
        double product = 0;
        double one = 0;
        double other = 0;
        for (int i = at; i < at + length; i++) {
            product += said[i] * heard[i + lag];
            one += said[i] * said[i];
            other += heard[i + lag] * heard[i + lag];
        }
        return one == 0 || other == 0 ? 0 : product / Math.sqrt(one * other);
    }

    private static double level(short[] samples, int at) {
        double sum = 0;
        for (int i = at; i < at + WINDOW; i++) {
            sum += (double) samples[i] * samples[i];
        }
        return sum == 0 ? Pcm.SILENCE : 10 * Math.log10(sum / WINDOW / 32768 / 32768);
    }

    private static double[] coarse(short[] samples) {
        double[] coarse = new double[samples.length / COARSE];
        for (int i = 0; i < coarse.length; i++) {
            for (int j = 0; j < COARSE; j++) {
                coarse[i] += samples[i * COARSE + j];
            }
        }
        return coarse;
    }

    private static double[] loudness(short[] samples) {
        double[] loudness = new double[samples.length / Pcm.FRAME];
        for (int i = 0; i < loudness.length; i++) {
            for (int j = 0; j < Pcm.FRAME; j++) {
                loudness[i] += Math.abs((int) samples[i * Pcm.FRAME + j]);
            }
        }
        double mean = Arrays.stream(loudness).average().orElse(0);
        return Arrays.stream(loudness).map(each -> each - mean).toArray();
    }

    private static double[] doubles(short[] samples) {
        double[] doubles = new double[samples.length];
        Arrays.setAll(doubles, i -> samples[i]);
        return doubles;
    }
}
