package tincan.voice.audio;

import java.util.Arrays;

/// The level of the last 100 ms. One thread feeds it, any may read it.
final class Meter {
    private static final int FRAMES = 10;

    /// Owner: the thread that feeds it.
    private final double[] peaks = new double[FRAMES];
    /// Owner: the same.
    private int next;
    private volatile double level = Pcm.SILENCE;

    Meter() {
        Arrays.fill(peaks, Pcm.SILENCE);
    }

    /// Nothing is heard.
    void rest() {
        Arrays.fill(peaks, Pcm.SILENCE);
        level = Pcm.SILENCE;
    }

    void heard(short[] frame) {
        peaks[next] = Pcm.peak(frame);
        next = (next + 1) % FRAMES;
        double loudest = Pcm.SILENCE;
        for (double peak : peaks) {
            loudest = Math.max(loudest, peak);
        }
        level = loudest;
    }

    /// In dBFS.
    double level() {
        return level;
    }
}
