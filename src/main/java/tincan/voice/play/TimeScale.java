package tincan.voice.play;

import java.util.Arrays;

/// Makes speech shorter or longer by one period of its pitch, where that cannot be heard: where a stretch of it is much
/// like the one a period later, or where it is quiet (after WSOLA; Verhelst and Roelands 1993). Pure.
final class TimeScale {
    /// Samples that a place to cut must be looked for in.
    static final int NEEDED = 3 * 480;

    /// 400 Hz to 80 Hz.
    private static final int SHORTEST = 120;
    private static final int LONGEST = 600;
    private static final int COMPARED = 480;
    private static final int FADE = 240;
    private static final int COARSE = 8;
    private static final double ALIKE = 0.85;
    /// Per sample: about -50 dBFS.
    private static final double QUIET = 100.0 * 100.0;

    private TimeScale() {}

    /// The same with one period less, or the same if there is no place for it.
    ///
    /// @param sound at least [#NEEDED] samples
    static short[] shorter(short[] sound) {
        int period = period(sound, 0, 1);
        if (period == 0) {
            return sound;
        }
        short[] out = Arrays.copyOfRange(sound, period, sound.length);
        for (int i = 0; i < COMPARED; i++) {
            out[i] = blend(sound[i], sound[period + i], i, COMPARED);
        }
        return out;
    }

    /// The same with one period more in front, or the same if there is no place for it.
    ///
    /// @param before at least [#NEEDED] samples that were played just before
    /// @param sound at least one frame
    static short[] longer(short[] before, short[] sound) {
        int period = period(before, before.length, -1);
        if (period == 0) {
            return sound;
        }
        short[] out = new short[period + sound.length];
        System.arraycopy(before, before.length - period, out, 0, period);
        System.arraycopy(sound, 0, out, period, sound.length);
        int fade = Math.min(FADE, period);
        for (int i = 0; i < fade; i++) {
            out[i] = blend(sound[i], before[before.length - period + i], i, fade);
        }
        return out;
    }

    private static short blend(short from, short to, int at, int length) {
        return (short) Math.round(from + (to - from) * (at + 0.5) / length);
    }

    /// How far on (or back) what is at `edge` comes again; 0 if it does not.
    ///
    /// @param direction 1 to compare what begins at the edge with what is later, -1 what ends there with what is earlier
    private static int period(short[] sound, int edge, int direction) {
        int start = direction > 0 ? edge : edge - COMPARED;
        int best = 0;
        double most = -1;
        for (int lag = SHORTEST; lag <= LONGEST; lag += COARSE) {
            double likeness = likeness(sound, start, start + direction * lag, COARSE);
            if (likeness > most) {
                most = likeness;
                best = lag;
            }
        }
        return finer(sound, start, best, direction);
    }

    private static int finer(short[] sound, int start, int around, int direction) {
        int best = 0;
        double most = ALIKE;
        int to = Math.min(LONGEST, around + COARSE);
        for (int lag = Math.max(SHORTEST, around - COARSE); lag <= to; lag++) {
            double likeness = likeness(sound, start, start + direction * lag, 2);
            if (likeness > most) {
                most = likeness;
                best = lag;
            }
        }
        return best;
    }

    /// Correlation, -1 to 1; 1 if both are quiet.
    private static double likeness(short[] sound, int one, int other, int step) {
        double both = 0;
        double first = 0;
        double second = 0;
        for (int i = 0; i < COMPARED; i += step) {
            double a = sound[one + i];
            double b = sound[other + i];
            both += a * b;
            first += a * a;
            second += b * b;
        }
        double quiet = QUIET * COMPARED / step;
        return first < quiet && second < quiet ? 1 : both / Math.sqrt(Math.max(1, first * second));
    }
}
