package tincan.text;

/// Text from the network made safe for a terminal: what would move the cursor, change colours or turn the direction of
/// writing is shown as a visible sign instead.
public final class Printable {
    private static final char FIRST_CONTROL_PICTURE = '\u2400';
    private static final char DELETE = 0x7F;
    private static final char DELETE_PICTURE = '\u2421';

    private Printable() {}

    /// Text of several lines: the first as it is, the others indented by two spaces, so that none of them can pass for
    /// a line of somebody else.
    public static String lines(String text) {
        return signs(text.replace("\r\n", "\n"), true);
    }

    /// Text that stays on one line, such as a name.
    public static String line(String text) {
        return signs(text, false);
    }

    private static String signs(String text, boolean broken) {
        StringBuilder shown = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (sign == '\n' && broken) {
                shown.append("\n  ");
            } else if (sign == '\t' || !harmful(sign)) {
                shown.append(sign);
            } else {
                visible(sign, shown);
            }
        }
        return shown.toString();
    }

    /// Controls (C0, delete, C1), the two separators some terminals take for a line end, and the signs that turn the
    /// direction of writing for what follows them.
    private static boolean harmful(char sign) {
        return sign < ' ' || (sign >= DELETE && sign <= '\u009F') || (sign >= '\u2028' && sign <= '\u202E')
                || (sign >= '\u2066' && sign <= '\u2069');
    }

    private static void visible(char sign, StringBuilder shown) {
        if (sign < ' ') {
            shown.append((char) (FIRST_CONTROL_PICTURE + sign));
        } else if (sign == DELETE) {
            shown.append(DELETE_PICTURE);
        } else {
            shown.append("<U+%04X>".formatted((int) sign));
        }
    }
}
