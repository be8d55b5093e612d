package tincan.ui;

/// What a person wrote, made harmless for a screen: nothing is markup, and a control character shows as in a terminal
/// (`^[` for escape) instead of acting.
public final class ShownText {
    private static final int REPLACEMENT = 0xFFFD;
    private static final int DELETE = 0x7F;

    private ShownText() {}

    /// `text` with line ends as `\n` and every other control character, direction override and lone surrogate replaced.
    public static String of(String text) {
        if (text.chars().noneMatch(ShownText::acts)) {
            return text;
        }
        StringBuilder shown = new StringBuilder(text.length());
        text.replace("\r\n", "\n").replace('\r', '\n').codePoints().forEach(point -> add(shown, point));
        return shown.toString();
    }

    private static boolean acts(int unit) {
        return unit != '\n' && unit != '\t' && (unit < ' ' || unit == DELETE || forbidden(unit));
    }

    private static void add(StringBuilder shown, int point) {
        if (point == DELETE || (point < ' ' && point != '\n' && point != '\t')) {
            shown.append('^').append((char) (point ^ '@'));
        } else {
            shown.appendCodePoint(forbidden(point) ? REPLACEMENT : point);
        }
    }

    /// C1 controls, separators that break lines unseen, direction overrides and halves of surrogate pairs.
    private static boolean forbidden(int point) {
        return (point >= 0x80 && point < 0xA0) || (point >= 0x2028 && point <= 0x202E)
                || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }
}
