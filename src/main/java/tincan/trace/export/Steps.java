package tincan.trace.export;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import tincan.trace.ladder.Lane;

/// Where the moments of a ladder lie on a picture: each distinct one is a step down, whatever time went by between two.
/// What happens on one lane at one moment lies below each other.
final class Steps {
    /// How high a line is, in units of the picture.
    static final int LINE = 26;

    private final TreeMap<Instant, Map<Place, Integer>> moments = new TreeMap<>();
    private final Map<Instant, Integer> tops = new HashMap<>();
    private int height;

    /// What stands below each other.
    enum Column {
        ARROW, LABEL, STATE
    }

    private record Place(Lane lane, Column column) {}

    /// Something happens.
    void moment(Instant at) {
        moments.computeIfAbsent(at, _ -> new HashMap<>());
    }

    /// Something stands there.
    ///
    /// @return how many others stand above it at this moment
    int slot(Instant at, Lane lane, Column column) {
        return moments.computeIfAbsent(at, _ -> new HashMap<>()).merge(new Place(lane, column), 1, Integer::sum) - 1;
    }

    /// After the last one.
    void lay(int top) {
        height = top;
        moments.forEach((at, places) -> {
            tops.put(at, height);
            height += LINE * places.values().stream().mapToInt(Integer::intValue).max().orElse(1);
        });
    }

    int y(Instant at, int slot) {
        return tops.getOrDefault(at, height) + slot * LINE;
    }

    /// Where the last one ends.
    int bottom() {
        return height;
    }

    Iterable<Instant> all() {
        return moments.keySet();
    }
}
