package tincan.room;

import java.nio.charset.StandardCharsets;

/// The sizes that hold in every room.
public final class Limits {
    /// The longest text that can be said, in bytes of UTF-8.
    public static final int TEXT_BYTES = 64 * 1024;
    /// The longest name, in Unicode code points.
    public static final int NAME_POINTS = 64;
    /// How many entries a late joiner sees of what was said before it came.
    public static final int HISTORY = 200;
    /// How many members a room takes unless its host says more.
    public static final int MEMBERS = 200;

    private Limits() {}

    /// Whether `text` is short enough to be said.
    public static boolean fits(String text) {
        return text.length() <= TEXT_BYTES && (text.length() * 3L <= TEXT_BYTES || utf8Length(text) <= TEXT_BYTES);
    }

    private static int utf8Length(String text) {
        return Words.wellFormed(text).getBytes(StandardCharsets.UTF_8).length;
    }
}
