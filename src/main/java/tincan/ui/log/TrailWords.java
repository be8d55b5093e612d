package tincan.ui.log;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tincan.text.Text;
import tincan.trace.Direction;
import tincan.trace.TraceEvent;
import tincan.trace.TraceEvent.Framed;

/// The way of a message in words: when it left, when it was numbered, when it came, as far as this side saw it.
public final class TrailWords {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);

    private final Text text;
    private final ZoneId zone;
    private final boolean hosting;

    /// @param hosting whether this side numbers
    public TrailWords(Text text, ZoneId zone, boolean hosting) {
        this.text = text;
        this.zone = zone;
        this.hosting = hosting;
    }

    /// The way of a message.
    ///
    /// @param frames those that carried it, oldest first
    String of(Spoken spoken, List<TraceEvent> frames) {
        if (frames.isEmpty()) {
            return text.of("trail.none.words");
        }
        List<String> steps = new ArrayList<>();
        said(frames, steps);
        steps.add(numbered(spoken));
        came(spoken, frames, steps);
        String all = String.join(text.of("trail.and"), steps);
        return text.of("trail.sentence", Character.toUpperCase(all.charAt(0)) + all.substring(1));
    }

    private void said(List<TraceEvent> frames, List<String> steps) {
        List<TraceEvent> out = frames.stream().filter(event -> is(event, Direction.OUT, true)).toList();
        List<TraceEvent> in = frames.stream().filter(event -> is(event, Direction.IN, true)).toList();
        if (!out.isEmpty()) {
            steps.add(text.of("trail.say.left", time(out.getFirst().at()), out.size()));
        }
        if (!in.isEmpty()) {
            steps.add(text.of("trail.say.came", time(in.getFirst().at()), in.getFirst().connection(), in.size()));
        }
    }

    private String numbered(Spoken spoken) {
        if (spoken.seq() == 0) {
            return text.of("trail.number.none");
        }
        return text.of(hosting ? "trail.number.here" : "trail.number.host", spoken.seq(), time(spoken.at()));
    }

    private void came(Spoken spoken, List<TraceEvent> frames, List<String> steps) {
        List<TraceEvent> out = frames.stream().filter(event -> is(event, Direction.OUT, false)).toList();
        List<TraceEvent> in = frames.stream().filter(event -> is(event, Direction.IN, false)).toList();
        if (!in.isEmpty()) {
            steps.add(text.of(spoken.mine() ? "trail.entry.back" : "trail.entry.came", time(in.getFirst().at())));
        }
        if (!out.isEmpty()) {
            steps.add(text.of("trail.entry.left", out.size(), time(out.getFirst().at()), time(out.getLast().at())));
        }
    }

    private static boolean is(TraceEvent event, Direction direction, boolean said) {
        boolean unnumbered = event.what() instanceof Framed framed && framed.subject().entry() == 0;
        return event.direction() == direction && unnumbered == said;
    }

    private String time(Instant at) {
        return TIME.format(at.atZone(zone));
    }
}
