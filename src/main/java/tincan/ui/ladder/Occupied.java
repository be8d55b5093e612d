package tincan.ui.ladder;

import java.util.EnumMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/// Where words stand already, so that none cover others.
final class Occupied {
    private final Map<Column, NavigableSet<Double>> lines = new EnumMap<>(Column.class);

    /// Words of one column stand below each other.
    enum Column {
        TIME, CLIENT_STATE, CLIENT, MIDDLE, SERVER, SERVER_STATE
    }

    /// Takes a line of that height around `y`.
    ///
    /// @return false if something stands there
    boolean take(Column column, double y, double height) {
        NavigableSet<Double> all = lines.computeIfAbsent(column, _ -> new TreeSet<>());
        Double above = all.floor(y);
        Double below = all.ceiling(y);
        if ((above != null && y - above < height) || (below != null && below - y < height)) {
            return false;
        }
        all.add(y);
        return true;
    }

    void clear() {
        lines.clear();
    }
}
