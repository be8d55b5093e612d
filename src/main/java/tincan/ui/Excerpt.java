package tincan.ui;

/// The beginning of a text, for places where nobody could read all of a long one, nor a window draw it in time.
public final class Excerpt {
    private static final int LONGEST = 500;

    private Excerpt() {}

    /// The text, or as much of it as a row has room for.
    public static String of(String text) {
        return of(text, LONGEST);
    }

    /// The text, or its beginning.
    ///
    /// @param longest in UTF-16 units
    public static String of(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return text.substring(0, end) + "…";
    }
}
