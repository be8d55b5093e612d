package tincan.ui.bytes;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tincan.text.Printable;
import tincan.text.Text;
import tincan.trace.Span;
import tincan.ui.bytes.Part.Role;

/// What parts of bytes and their sections are, in words.
final class ByteWords {
    /// So much of a body is told.
    private static final int TOLD = 300;

    private final Text text;

    ByteWords(Text text) {
        this.text = text;
    }

    /// What a part is and says, such as `kind: SAY (6)`.
    String part(Section section, Part part) {
        String words = whole(section, part);
        return part.span().from() >= section.span().from() && part.span().end() <= section.span().end()
                ? words
                : text.of("bytes.cut.words", words);
    }

    private String whole(Section section, Part part) {
        byte[] bytes = section.bytes(part.span());
        if (bytes.length < part.span().bytes() && number(part.role())) {
            return text.of("bytes.role", part.role());
        }
        return switch (part.role()) {
            case LENGTH -> text.of("bytes.length.words", value(bytes));
            case KIND -> text.of("bytes.kind.words", part.unit().name(), value(bytes));
            case BODY -> text.of("bytes.body.words", part.unit().name(), part.span().bytes(), told(section, part));
            case LINE -> text.of("bytes.line.words", part.span().bytes(), told(section, part));
            case RECORD_TYPE -> text.of("bytes.type.words", value(bytes), type(bytes[0]));
            case RECORD_VERSION -> text.of("bytes.version.words", bytes[0] + "." + bytes[1]);
            case RECORD_LENGTH -> text.of("bytes.record-length.words", value(bytes));
            case SEALED -> text.of("bytes.sealed.words", part.span().bytes());
            case CLEAR -> text.of("bytes.clear.words", part.span().bytes());
            case DATAGRAM -> text.of("bytes.datagram.words", part.span().bytes());
            case UNNAMED -> text.of("bytes.unnamed.words", part.span().bytes());
        };
    }

    private static boolean number(Role role) {
        return switch (role) {
            case LENGTH, KIND, RECORD_TYPE, RECORD_VERSION, RECORD_LENGTH -> true;
            case BODY, LINE, SEALED, CLEAR, DATAGRAM, UNNAMED -> false;
        };
    }

    private static long value(byte[] bytes) {
        long value = 0;
        for (byte each : bytes) {
            value = value << 8 | (each & 0xff);
        }
        return value;
    }

    /// The names that RFC 8446 gives the types of records.
    private static String type(byte type) {
        return switch (type) {
            case 20 -> "change_cipher_spec";
            case 21 -> "alert";
            case 22 -> "handshake";
            case 23 -> "application_data";
            default -> "?";
        };
    }

    private static String told(Section section, Part part) {
        Span beginning = new Span(part.span().from(), Math.min(part.span().bytes(), TOLD));
        return Printable.line(section.text(beginning).strip());
    }

    /// What a section is, and what of it is no longer there.
    String title(Section section) {
        String title = text.of("bytes.where", section.where(), section.span().bytes());
        if (section.keptSpan().bytes() == 0) {
            return title + text.of("bytes.lost.all");
        }
        return section.lost() == 0 ? title : title + text.of("bytes.lost.words", section.lost());
    }

    /// The kinds of frames in these sections and how many of each, such as `2 SAY, 1 ACK`; empty if there are none.
    String kinds(List<Section> sections) {
        Map<String, Long> counts = sections.stream().flatMap(section -> section.parts().stream()).map(Part::unit)
                .filter(unit -> !unit.name().isEmpty()).distinct()
                .collect(Collectors.groupingBy(Part.Unit::name, LinkedHashMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .map(kind -> String.format(text.locale(), "%,d × %s", kind.getValue(), kind.getKey()))
                .collect(Collectors.joining(", "));
    }

    /// The words of a legend.
    String legend(Role role) {
        return text.of("bytes.role", role);
    }

    /// The style class of a role.
    static String style(Role role) {
        return "part-" + role.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
