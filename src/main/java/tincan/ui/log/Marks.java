package tincan.ui.log;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import tincan.trace.TraceEvent;
import tincan.ui.TailList;

/// The rows that are marked. Those that a filter hides come in among the others while they are, and go again; the
/// filter is not asked about the rest, for of a full log that takes longer than a frame lasts.
///
/// Owner: the thread of the window.
final class Marks {
    private final TailList<TraceEvent> rows;
    private final ReadOnlyObjectWrapper<Set<Long>> numbers = new ReadOnlyObjectWrapper<>(Set.of());
    private NavigableMap<Long, TraceEvent> events = new TreeMap<>();

    /// @param rows those shown, in the order of their numbers
    Marks(TailList<TraceEvent> rows) {
        this.rows = rows;
    }

    boolean has(TraceEvent event) {
        return events.containsKey(event.number());
    }

    /// The numbers of the events marked.
    ReadOnlyObjectProperty<Set<Long>> numbersProperty() {
        return numbers.getReadOnlyProperty();
    }

    /// The marked ones with numbers below this one, oldest first.
    Stream<TraceEvent> below(long number) {
        return List.copyOf(events.headMap(number, false).values()).stream();
    }

    /// Marks these and no others.
    ///
    /// @param taken events with higher numbers get their rows later
    /// @param filter which rows are there without a mark
    void set(List<TraceEvent> now, long taken, Predicate<TraceEvent> filter) {
        NavigableMap<Long, TraceEvent> before = events;
        events = new TreeMap<>();
        now.forEach(event -> events.put(event.number(), event));
        List<TraceEvent> gone = before.values().stream().filter(event -> !has(event) && !filter.test(event)).toList();
        List<TraceEvent> come = events.values().stream()
                .filter(event -> event.number() <= taken && find(event).isEmpty()).toList();
        exchange(gone, come);
        numbers.set(Set.copyOf(events.keySet()));
    }

    /// Where an event has its row, if it has one.
    Optional<Integer> find(TraceEvent event) {
        int index = index(event.number());
        return index < rows.size() && rows.get(index).number() == event.number()
                ? Optional.of(index)
                : Optional.empty();
    }

    /// The index of the first row with this number or a higher one.
    private int index(long number) {
        int low = 0;
        int high = rows.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (rows.get(middle).number() < number) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private void exchange(Collection<TraceEvent> gone, Collection<TraceEvent> come) {
        if (gone.isEmpty() && come.isEmpty()) {
            return;
        }
        long first = Stream.concat(gone.stream(), come.stream()).mapToLong(TraceEvent::number).min().orElse(0);
        int from = index(first);
        Set<TraceEvent> going = new HashSet<>(gone);
        List<TraceEvent> tail = new ArrayList<>(rows.subList(from, rows.size()));
        tail.removeIf(going::contains);
        tail.addAll(come);
        tail.sort(Comparator.comparingLong(TraceEvent::number));
        rows.replaceFrom(from, tail);
    }
}
