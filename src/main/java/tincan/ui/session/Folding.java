package tincan.ui.session;

/// The beginning of a long message, so that laying it out stays quick.
final class Folding {
    private static final int MOST_CHARACTERS = 1_500;
    private static final int MOST_LINES = 15;

    private Folding() {}

    /// Whether a text is long enough to be folded.
    static boolean foldable(String text) {
        return text.length() > MOST_CHARACTERS || lineEnd(text) < text.length();
    }

    /// The beginning of `text`, with an ellipsis.
    static String fold(String text) {
        int end = Math.min(lineEnd(text), MOST_CHARACTERS);
        return text.substring(0, Character.isLowSurrogate(text.charAt(end)) ? end - 1 : end) + "…";
    }

    /// Where the last line shown ends.
    private static int lineEnd(String text) {
        int at = -1;
        for (int line = 0; line < MOST_LINES; line++) {
            at = text.indexOf('\n', at + 1);
            if (at < 0) {
                return text.length();
            }
        }
        return at;
    }
}
