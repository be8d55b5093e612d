package tincan.ui.bytes;

import java.util.AbstractList;
import java.util.List;
import tincan.trace.Span;

/// The lines of all sections, each made when it is asked for, so that a million bytes cost no more than a few.
final class HexLines extends AbstractList<HexLine> {
    private final List<Section> sections;
    private final int perLine;

    /// @param perLine how many bytes stand in a line
    HexLines(List<Section> sections, int perLine) {
        this.sections = List.copyOf(sections);
        this.perLine = perLine;
    }

    int perLine() {
        return perLine;
    }

    @Override
    public HexLine get(int index) {
        int left = index;
        for (Section section : sections) {
            if (left < lines(section)) {
                return line(section, left);
            }
            left -= lines(section);
        }
        throw new IndexOutOfBoundsException(index);
    }

    private HexLine line(Section section, int index) {
        if (index == 0) {
            return new HexLine.Title(section);
        }
        Span kept = section.keptSpan();
        long from = kept.from() + (index - 1L) * perLine;
        return new HexLine.Bytes(section, new Span(from, (int) Math.min(perLine, kept.end() - from)), perLine);
    }

    private int lines(Section section) {
        return 1 + (section.keptSpan().bytes() + perLine - 1) / perLine;
    }

    @Override
    public int size() {
        return sections.stream().mapToInt(this::lines).sum();
    }

    /// In which line a byte stands; of one that is not kept, the first or the last of its section.
    int indexOf(Section section, long offset) {
        int before = 0;
        for (Section each : sections) {
            if (each.equals(section)) {
                long into = Math.clamp(offset - section.keptSpan().from(), 0,
                        Math.max(0, section.keptSpan().bytes() - 1L));
                return before + Math.min(lines(section) - 1, 1 + (int) (into / perLine));
            }
            before += lines(each);
        }
        return 0;
    }
}
