package tincan.trace.export;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import tincan.trace.TextLines;
import tincan.trace.TraceEvent;

/// A recording as lines of text, see [TextLines]; of two ends by one clock, each line after the name of its end.
public final class TextExport {
    private TextExport() {}

    private record Line(Recording.End end, TraceEvent event) {}

    /// What came from a peer stands in them as it came.
    public static Stream<String> lines(Recording recording) {
        List<Recording.End> ends = recording.ends();
        if (ends.size() == 1) {
            return ends.getFirst().events().stream().map(TextLines::line);
        }
        return ends.stream().flatMap(end -> end.events().stream().map(event -> new Line(end, event)))
                .sorted(Comparator.comparing(line -> line.end().at(line.event())))
                .map(line -> line.end().name() + " " + TextLines.line(new TraceEvent(line.event().number(),
                        line.end().at(line.event()), line.event().connection(), line.event().what())));
    }
}
