package tincan.trace.export;

import java.time.Duration;
import java.util.Locale;

/// Text for a page. Peers choose names and texts, so nothing that is no text of ours goes there in another way.
final class Markup {
    private static final char FIRST_CONTROL_PICTURE = '\u2400';
    private static final char LAST_NARROW = '\u1100';

    private Markup() {}

    /// Text that no browser takes for anything else: signs of markup are escaped, and what would turn the direction of
    /// writing, or is no character, is shown as a sign.
    static String text(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(point -> {
            switch (point) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> {
                    if (point < ' ') {
                        safe.append((char) (FIRST_CONTROL_PICTURE + point));
                    } else if (isHarmful(point)) {
                        safe.append(String.format(Locale.ROOT, "⟨U+%04X⟩", point));
                    } else {
                        safe.appendCodePoint(point);
                    }
                }
            }
        });
        return safe.toString();
    }

    private static boolean isHarmful(int point) {
        return (point >= 0x7F && point <= 0x9F) || (point >= 0x2028 && point <= 0x202E)
                || (point >= 0x2066 && point <= 0x2069) || (point >= 0xD800 && point <= 0xDFFF)
                || (point & 0xFFFE) == 0xFFFE;
    }

    /// As much of a text as fits, by the width of its signs, not yet safe.
    ///
    /// @param most in Latin letters
    static String cut(String text, int most) {
        int width = 0;
        for (int at = 0; at < text.length(); at = text.offsetByCodePoints(at, 1)) {
            width += text.codePointAt(at) < LAST_NARROW ? 1 : 2;
            if (width > most) {
                return text.substring(0, at) + "…";
            }
        }
        return text;
    }

    /// A time as people say it.
    static String time(Duration time) {
        long micros = time.toNanos() / 1_000;
        if (micros < 1_000) {
            return micros + " µs";
        }
        return micros < 1_000_000
                ? String.format(Locale.ROOT, "%.1f ms", micros / 1_000.0)
                : String.format(Locale.ROOT, "%.2f s", micros / 1_000_000.0);
    }
}
