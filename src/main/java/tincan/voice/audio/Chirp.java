package tincan.voice.audio;

import java.util.OptionalInt;

/// A tone that rises for 100 ms, and is found again in what a microphone heard, to a fraction of a millisecond: like no
/// other sound, and like itself at one place only.
final class Chirp {
    private static final int LENGTH = Pcm.RATE / 10;
    private static final double FROM_HERTZ = 800;
    private static final double TO_HERTZ = 6_000;
    private static final double AMPLITUDE = 0.5 * Short.MAX_VALUE;
    /// How like it a place must be, of 1. A room with echoes gives some 0.4, noise less than 0.1.
    private static final double ALIKE = 0.25;

    private final short[] samples = new short[LENGTH];
    private final double energy;

    Chirp() {
        double sum = 0;
        for (int i = 0; i < LENGTH; i++) {
            double t = (double) i / Pcm.RATE;
            double slope = (TO_HERTZ - FROM_HERTZ) * Pcm.RATE / LENGTH;
            double window = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / LENGTH);
            samples[i] = (short) (AMPLITUDE * window * Math.sin(2 * Math.PI * (FROM_HERTZ + slope * t / 2) * t));
            sum += (double) samples[i] * samples[i];
        }
        energy = sum;
    }

    short[] samples() {
        return samples.clone();
    }

    /// Where it begins, if it is there.
    ///
    /// @param from the first place that counts
    /// @param to behind the last
    OptionalInt find(short[] heard, int from, int to) {
        double best = ALIKE;
        int place = -1;
        for (int i = Math.max(0, from); i < Math.min(to, heard.length - LENGTH); i++) {
            double alike = alike(heard, i);
            if (alike > best) {
                best = alike;
                place = i;
            }
        }
        return place < 0 ? OptionalInt.empty() : OptionalInt.of(place);
    }

    private double alike(short[] heard, int at) {
        long product = 0;
        long loudness = 0;
        for (int i = 0; i < LENGTH; i++) {
            product += heard[at + i] * samples[i];
            loudness += heard[at + i] * heard[at + i];
        }
        return loudness == 0 ? 0 : product / Math.sqrt(energy * loudness);
    }
}
