package tincan.session;

import tincan.room.Entry;
import tincan.room.Mode;
import tincan.text.Printable;
import tincan.text.Text;
import tincan.wire.Farewell;
import tincan.wire.Refusal;

/// A conversation as lines of text, for those who read it in a terminal. Control characters in what others wrote are
/// shown, not obeyed, so that nobody can write to another's terminal.
final class PlainLines {
    private final Text text;

    PlainLines(Text text) {
        this.text = text;
    }

    /// What stands first: who the reader is and how it goes on.
    String greeting(String title, String name) {
        return notice("plain.greeting", name, Printable.line(title));
    }

    /// An entry as lines, each with its end; empty for one that shows nothing.
    String of(Entry entry) {
        String name = Printable.line(entry.from());
        return switch (entry.body()) {
            case Entry.Said said -> name + ": " + Printable.lines(said.text()) + "\n";
            case Entry.Joined _ -> notice("plain.joined", name);
            case Entry.Lost _ -> notice("plain.lost", name);
            case Entry.Returned _ -> notice("plain.returned", name);
            case Entry.Left _ -> notice("plain.left", name);
            case Entry.ModeSet(Mode mode) -> "* " + text.of("plain.mode", mode, name) + "\n";
            case Entry.Spoke _,Entry.Unknown _ -> "";
        };
    }

    /// The last line, by the code of the goodbye; empty if the reader itself left.
    String farewell(String code) {
        return switch (code) {
            case Farewell.LEFT -> "";
            case Farewell.ENDED -> notice("plain.ended");
            case Farewell.BAD_DATA -> notice("plain.bad-data");
            case Farewell.REMOVED -> notice("plain.removed");
            case Farewell.FLOOD -> notice("plain.flood");
            default -> notice("plain.cut");
        };
    }

    /// What somebody is told who is not let in, by the code of the refusal.
    String refused(String code) {
        return switch (code) {
            case Refusal.PRIVATE -> notice("plain.private");
            case Refusal.LOCKED -> notice("plain.locked");
            case Refusal.BARRED -> notice("plain.barred");
            default -> notice("plain.full");
        };
    }

    /// Why a line was not taken.
    ///
    /// @param name who speaks; empty if that has changed meanwhile
    String notYourTurn(String name) {
        return name.isEmpty() ? notice("plain.not-taken") : notice("plain.not-your-turn", Printable.line(name));
    }

    /// That the next line is taken.
    String yourTurn() {
        return notice("plain.free");
    }

    /// What a silent stranger is told.
    String tooLate() {
        return notice("plain.too-late");
    }

    private String notice(String key, Object... parameters) {
        return "* " + text.of(key, parameters) + "\n";
    }
}
