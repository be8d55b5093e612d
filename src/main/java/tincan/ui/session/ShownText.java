package tincan.ui.session;

/// What a person wrote, made harmless for a screen: nothing is markup, and a control character shows as a sign instead
/// of acting.
final class ShownText {
    private static final int REPLACEMENT = 0xFFFD;
    private static final int CONTROL_PICTURES = 0x2400;
    private static final int PICTURE_OF_DELETE = 0x2421;

    private ShownText() {}

    /// `text` with line ends as `\n` and every other control character, direction override and lone surrogate replaced.
    static String of(String text) {
        if (text.chars().noneMatch(ShownText::acts)) {
            return text;
        }
        StringBuilder shown = new StringBuilder(text.length());
        text.replace("\r\n", "\n").replace('\r', '\n').codePoints()
                .forEach(point -> shown.appendCodePoint(harmless(point)));
        return shown.toString();
    }

    /// The first line of `text`, at most `most` characters of it.
    static String firstLine(String text, int most) {
        String shown = of(text.length() > most ? text.substring(0, most) : text);
        int end = shown.indexOf('\n');
        return end < 0 ? shown : shown.substring(0, end);
    }

    private static boolean acts(int unit) {
        return unit != '\n' && harmless(unit) != unit;
    }

    private static int harmless(int point) {
        if (point == '\n' || point == '\t') {
            return point;
        }
        if (point < ' ') {
            return CONTROL_PICTURES + point;
        }
        if (point == 0x7F) {
            return PICTURE_OF_DELETE;
        }
        return forbidden(point) ? REPLACEMENT : point;
    }

    /// C1 controls, separators that break lines unseen, direction overrides and halves of surrogate pairs.
    private static boolean forbidden(int point) {
        return (point >= 0x80 && point < 0xA0) || (point >= 0x2028 && point <= 0x202E)
                || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }
}
