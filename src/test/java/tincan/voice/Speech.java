package tincan.voice;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/// Nine seconds of speech, and what of it is still to be recognised in other sound: the correlation of windows of 250
/// ms, each at the delay at which it is most alike.
public final class Speech {
    public static final int RATE = 48_000;
    public static final int FRAME = 480;

    private static final String RECORDING = "/tincan/voice/speech.wav";
    private static final int HEADER = 44;
    private static final int TIMES = 3;
    /// Where a window is, is looked for at 12 kHz first, which is quick.
    private static final int THIN = 4;
    private static final int WINDOW = RATE / 4 / THIN;
    private static final int LAGS = RATE / 5 / THIN;
    /// Mean square of a window in which somebody speaks.
    private static final double SPOKEN = 600.0 * 600.0;

    private Speech() {}

    /// One window.
    ///
    /// @param delayMillis how much later it is in the other sound
    /// @param likeness 0 to 1
    public record Match(double delayMillis, double likeness) {}

    /// The recording, at 48 kHz, cut to whole frames.
    public static short[] recording() {
        try (InputStream in = Speech.class.getResourceAsStream(RECORDING)) {
            byte[] wav = in.readAllBytes();
            ShortBuffer samples = ByteBuffer.wrap(wav, HEADER, wav.length - HEADER).order(ByteOrder.LITTLE_ENDIAN)
                    .slice().order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
            short[] sound = new short[(samples.remaining() - 1) * TIMES / FRAME * FRAME];
            for (int i = 0; i < sound.length; i++) {
                int from = samples.get(i / TIMES);
                int to = samples.get(i / TIMES + 1);
                sound[i] = (short) (from + (to - from) * (i % TIMES) / TIMES);
            }
            return sound;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The recording several times in a row.
    public static short[] repeated(int times) {
        short[] once = recording();
        short[] all = new short[once.length * times];
        for (int i = 0; i < times; i++) {
            System.arraycopy(once, 0, all, i * once.length, once.length);
        }
        return all;
    }

    public static short[] frame(short[] sound, int number) {
        return Arrays.copyOfRange(sound, number * FRAME, (number + 1) * FRAME);
    }

    /// Each spoken window of `said`, as it is found in `heard`.
    public static List<Match> matches(short[] said, short[] heard) {
        float[] one = thin(said, THIN);
        float[] other = thin(heard, THIN);
        float[] fullOne = thin(said, 1);
        float[] fullOther = thin(heard, 1);
        List<Match> matches = new ArrayList<>();
        for (int at = 0; at + WINDOW + LAGS < one.length && at + WINDOW + LAGS < other.length; at += WINDOW) {
            if (energy(one, at) > SPOKEN) {
                int lag = bestLag(one, other, at, WINDOW, 0, LAGS) * THIN;
                int exact = bestLag(fullOne, fullOther, at * THIN, WINDOW * THIN, Math.max(0, lag - THIN), lag + THIN);
                matches.add(new Match(exact * 1000.0 / RATE,
                        likeness(fullOne, fullOther, at * THIN, WINDOW * THIN, exact)));
            }
        }
        return matches;
    }

    public static double meanLikeness(List<Match> matches) {
        return matches.stream().mapToDouble(Match::likeness).average().orElse(0);
    }

    public static double medianDelay(List<Match> matches) {
        List<Double> delays = new ArrayList<>(matches.stream().map(Match::delayMillis).toList());
        Collections.sort(delays);
        return delays.isEmpty() ? Double.NaN : delays.get(delays.size() / 2);
    }

    private static float[] thin(short[] sound, int by) {
        float[] thin = new float[sound.length / by];
        for (int i = 0; i < thin.length; i++) {
            for (int j = 0; j < by; j++) {
                thin[i] += sound[i * by + j] / (float) by;
            }
        }
        return thin;
    }

    private static double energy(float[] sound, int at) {
        double sum = 0;
        for (int i = at; i < at + WINDOW; i++) {
            sum += sound[i] * sound[i];
        }
        return sum / WINDOW;
    }

    private static int bestLag(float[] said, float[] heard, int at, int window, int from, int to) {
        double best = 0;
        int where = from;
        for (int lag = from; lag < to; lag++) {
            double likeness = likeness(said, heard, at, window, lag);
            if (likeness > best) {
                best = likeness;
                where = lag;
            }
        }
        return where;
    }

    private static double likeness(float[] said, float[] heard, int at, int window, int lag) {
        float both = 0;
        float one = 1;
        float other = 1;
        for (int i = at; i < at + window; i++) {
            float there = heard[lag + i];
            both += said[i] * there;
            one += said[i] * said[i];
            other += there * there;
        }
        return both / Math.sqrt((double) one * other);
    }
}
