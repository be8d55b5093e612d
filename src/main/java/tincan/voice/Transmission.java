package tincan.voice;

import java.time.Duration;
import java.util.List;

/// What somebody said while holding the floor once, kept to be heard again.
///
/// @param epoch of the floor
/// @param member who spoke
/// @param peaks the loudest of each of [#PEAKS] equal parts, 0 to 1
public record Transmission(long epoch, int member, Duration length, List<Float> peaks) {
    /// So many peaks draw a waveform.
    public static final int PEAKS = 64;

    public Transmission {
        peaks = List.copyOf(peaks);
    }
}
