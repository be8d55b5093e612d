package tincan.ui.bytes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tincan.text.Printable;
import tincan.text.Text;
import tincan.trace.Span;
import tincan.ui.bytes.Part.Role;
import tincan.voice.packet.Header;
import tincan.voice.packet.VoicePacket;

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
        return bytes.length < part.span().bytes() && number(part.role())
                ? text.of("bytes.role", part.role())
                : text.of("bytes.says", part.role(), values(section, part, bytes));
    }

    /// What stands in the words of a part, in the order of the numbers there.
    private Object[] values(Section section, Part part, byte[] bytes) {
        int length = part.span().bytes();
        return switch (part.role()) {
            case LENGTH, RECORD_LENGTH, SENDER, TURN, PACKET_NUMBER, TIMESTAMP, PACKET_LENGTH, ABOUT, SENT, RECEIVED,
                    LOST_IN_A_ROW ->
                new Object[]{value(bytes)};
            case STAMP, PLACE -> new Object[]{Long.toUnsignedString(value(bytes))};
            case KIND -> new Object[]{part.unit().name(), value(bytes)};
            case BODY -> new Object[]{part.unit().name(), length, told(section, part)};
            case LINE -> new Object[]{length, told(section, part)};
            case RECORD_TYPE -> new Object[]{value(bytes), type(bytes[0])};
            case RECORD_VERSION -> new Object[]{bytes[0] + "." + bytes[1]};
            case PACKET_TYPE -> new Object[]{bytes[0] >> 4, part.unit().name(), bytes[0] & 0x0f};
            case PACKET_FLAGS -> new Object[]{flags(section.bytes(part.unit().span()))};
            case SEALED, CLEAR, DATAGRAM, SOUND, EARLIER_SOUND, TAG, UNNAMED -> new Object[]{length};
        };
    }

    /// The bits of a packet's header in words.
    private String flags(byte[] packet) {
        Header header = Header.read(packet).orElseThrow();
        List<String> words = new ArrayList<>();
        words.add(text.of("bytes.flags.keys", header.generation()));
        words.add(text.of("bytes.flags.earlier", header.depth()));
        words.add(text.of(header.clear() ? "bytes.flags.clear" : "bytes.flags.sealed"));
        if ((header.flags() & VoicePacket.DUPLEX) != 0) {
            words.add(text.of("bytes.flags.duplex"));
        }
        if ((header.flags() & VoicePacket.LAST) != 0) {
            words.add(text.of("bytes.flags.last"));
        }
        if ((header.flags() & VoicePacket.FIRST) != 0) {
            words.add(text.of("bytes.flags.first"));
        }
        return String.join(" · ", words);
    }

    private static boolean number(Role role) {
        return switch (role) {
            case LENGTH, KIND, RECORD_TYPE, RECORD_VERSION, RECORD_LENGTH, PACKET_TYPE, PACKET_FLAGS, SENDER, TURN,
                    PACKET_NUMBER, TIMESTAMP, PACKET_LENGTH, STAMP, PLACE, ABOUT, SENT, RECEIVED, LOST_IN_A_ROW ->
                true;
            case BODY, LINE, SEALED, CLEAR, DATAGRAM, SOUND, EARLIER_SOUND, TAG, UNNAMED -> false;
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
