package tincan.session;

import tincan.room.Entry;
import tincan.text.Text;
import tincan.wire.Farewell;

/// A conversation as lines of text, for those who read it in a terminal. Control characters in what others wrote are
/// shown, not obeyed, so that nobody can write to another's terminal.
final class PlainLines {
    private static final int FIRST_CONTROL_PICTURE = 0x2400;
    private static final int DELETE_PICTURE = 0x2421;

    private final Text text;

    PlainLines(Text text) {
        this.text = text;
    }

    /// What stands first: who the reader is and how it goes on.
    String greeting(String title, String name) {
        return notice("plain.greeting", name, safe(title));
    }

    /// An entry as lines, each with its end; empty for one that shows nothing.
    String of(Entry entry) {
        String name = safe(entry.from());
        return switch (entry.body()) {
            case Entry.Said said -> name + ": " + safe(said.text()).replace("\n", "\n  ") + "\n";
            case Entry.Joined _ -> notice("plain.joined", name);
            case Entry.Lost _ -> notice("plain.lost", name);
            case Entry.Returned _ -> notice("plain.returned", name);
            case Entry.Left _ -> notice("plain.left", name);
            case Entry.Unknown _ -> "";
        };
    }

    /// The last line, by the code of the goodbye; empty if the reader itself left.
    String farewell(String code) {
        return switch (code) {
            case Farewell.LEFT -> "";
            case Farewell.ENDED -> notice("plain.ended");
            case Farewell.BAD_DATA -> notice("plain.bad-data");
            default -> notice("plain.cut");
        };
    }

    /// What a silent stranger is told.
    String tooLate() {
        return notice("plain.too-late");
    }

    private String notice(String key, Object... parameters) {
        return "* " + text.of(key, parameters) + "\n";
    }

    private static String safe(String words) {
        StringBuilder shown = new StringBuilder(words.length());
        words.codePoints().forEach(point -> shown.appendCodePoint(shown(point)));
        return shown.toString();
    }

    private static int shown(int point) {
        if (point == '\n' || point == '\t' || !Character.isISOControl(point)) {
            return point;
        }
        return point < ' ' ? FIRST_CONTROL_PICTURE + point : point == 0x7f ? DELETE_PICTURE : 0xFFFD;
    }
}
