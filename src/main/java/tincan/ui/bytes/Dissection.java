package tincan.ui.bytes;

import java.util.List;
import java.util.regex.Pattern;
import tincan.trace.Span;
import tincan.trace.TraceEvent;

/// The bytes of one event of a log, taken apart.
///
/// @param event what moved them
/// @param sections none if it moved no bytes; two if a lock lies between what was sent and what was said
public record Dissection(TraceEvent event, List<Section> sections) {
    /// A secret that the log has covered.
    private static final Pattern COVERED = Pattern.compile("\"key\"\\s*:\\s*\"\\*+");
    /// Where a secret stands is not far from the beginning of its frame.
    private static final int SEARCHED = 8_192;

    public Dissection {
        sections = List.copyOf(sections);
    }

    /// Whether a secret in it was covered before it was kept.
    public boolean covered() {
        return sections.stream().filter(section -> section.where() == Section.Where.INSIDE)
                .anyMatch(section -> section.parts().stream().filter(Dissection::mayHoldASecret)
                        .anyMatch(part -> covered(section, part.span())));
    }

    private static boolean mayHoldASecret(Part part) {
        return part.role() == Part.Role.BODY
                && (part.unit().name().equals("HELLO") || part.unit().name().equals("WELCOME"));
    }

    private static boolean covered(Section section, Span body) {
        return COVERED.matcher(section.text(new Span(body.from(), Math.min(body.bytes(), SEARCHED)))).find();
    }
}
