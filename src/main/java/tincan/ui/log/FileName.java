package tincan.ui.log;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Names of files that every system takes, out of what people call things.
public final class FileName {
    /// So many characters of a title; with all the rest, any system's names are longer.
    private static final int LONGEST = 60;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HHmm", Locale.ROOT);

    private FileName() {}

    /// A title and when it was, without an ending.
    public static String of(String title, Instant at, ZoneId zone) {
        return (clean(title) + " " + TIME.format(at.atZone(zone))).strip();
    }

    /// The letters, digits and spaces of a title, and a hyphen for what is between them.
    public static String clean(String title) {
        StringBuilder clean = new StringBuilder();
        title.codePoints().limit(LONGEST).forEach(point -> {
            if (Character.isLetterOrDigit(point) || isMark(point)) {
                clean.appendCodePoint(point);
            } else if (!clean.isEmpty() && " -".indexOf(clean.charAt(clean.length() - 1)) < 0) {
                clean.append(Character.isWhitespace(point) ? ' ' : '-');
            }
        });
        return clean.toString().replaceAll("[ -]+$", "");
    }

    /// What changes the letter before it, an apostrophe, or what joins words.
    private static boolean isMark(int point) {
        int type = Character.getType(point);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK || point == '’'
                || point == '_';
    }
}
