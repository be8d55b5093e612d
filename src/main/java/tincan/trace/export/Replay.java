package tincan.trace.export;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tincan.trace.Ends;
import tincan.trace.EventLog;
import tincan.trace.TraceEvent;

/// The events of a recording once more, into logs, each when it was; only long pauses are cut short. It has no clock:
/// whoever plays says how far it is. One thread at a time.
public final class Replay {
    /// So long is a pause at the most.
    public static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final List<Recording.End> ends;
    private final List<EventLog> logs;
    private final List<Step> steps;
    /// The connections of each end of which there is still an event to come.
    private final List<Set<String>> awaited;
    private int next;

    /// @param due how long after the beginning
    private record Step(int end, TraceEvent event, Duration due) {}

    /// @param at by the clock of the recording; never before that of the event before
    private record Dated(int end, TraceEvent event, Instant at) {}

    public Replay(Recording recording) {
        ends = recording.ends();
        logs = ends.stream().map(Recording.End::empty).toList();
        steps = steps(ends);
        awaited = ends.stream().map(Replay::named).toList();
        for (int i = 0; i < ends.size(); i++) {
            Set<String> later = awaited.get(i);
            EventLog log = logs.get(i);
            ends.get(i).connections().forEach((name, between) -> {
                if (!later.contains(name)) {
                    log.connected(name, between);
                }
            });
        }
    }

    private static Set<String> named(Recording.End end) {
        Set<String> names = new HashSet<>();
        end.events().forEach(event -> names.add(event.connection()));
        return names;
    }

    private static List<Step> steps(List<Recording.End> ends) {
        List<Dated> all = new ArrayList<>();
        for (int i = 0; i < ends.size(); i++) {
            Instant last = Instant.MIN;
            for (TraceEvent event : ends.get(i).events()) {
                Instant at = ends.get(i).at(event);
                last = at.isBefore(last) ? last : at;
                all.add(new Dated(i, event, last));
            }
        }
        all.sort(Comparator.comparing(Dated::at));
        List<Step> steps = new ArrayList<>(all.size());
        Duration due = Duration.ZERO;
        Instant before = all.isEmpty() ? Instant.EPOCH : all.getFirst().at();
        for (Dated dated : all) {
            Duration pause = Duration.between(before, dated.at());
            due = due.plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
            before = dated.at();
            steps.add(new Step(dated.end(), dated.event(), due));
        }
        return steps;
    }

    /// What each end has seen so far, in the order of the ends.
    public List<EventLog> logs() {
        return logs;
    }

    /// How long it takes.
    public Duration length() {
        return steps.isEmpty() ? Duration.ZERO : steps.getLast().due();
    }

    /// Lets happen what happened up to this moment after the beginning.
    public void playTo(Duration moment) {
        while (next < steps.size() && steps.get(next).due().compareTo(moment) <= 0) {
            happen(steps.get(next++));
        }
    }

    private void happen(Step step) {
        EventLog log = logs.get(step.end());
        String name = step.event().connection();
        Map<String, Ends> known = ends.get(step.end()).connections();
        if (awaited.get(step.end()).remove(name) && known.containsKey(name)) {
            log.connected(name, known.get(name));
        }
        log.restore(step.event());
    }

    /// Whether everything has happened.
    public boolean over() {
        return next == steps.size();
    }
}
