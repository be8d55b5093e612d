package tincan.home;

import java.util.regex.Pattern;

/// The name under which somebody talks: one line of text that can be read.
public final class UserName {
    /// The longest name a room takes, in Unicode code points.
    private static final int MOST_POINTS = 64;
    /// Who has no name that can be shown.
    private static final String NOBODY = "Guest";
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\p{Z}\\s]+");

    private UserName() {}

    /// `typed` without what cannot be seen, and no longer than a name may be. Empty if nothing is left.
    public static String clean(String typed) {
        String seen = UNSEEN.matcher(typed).replaceAll(" ").strip();
        int points = Math.min(seen.codePointCount(0, seen.length()), MOST_POINTS);
        return seen.substring(0, seen.offsetByCodePoints(0, points)).strip();
    }

    /// A name to begin with: the user's at the operating system, without a Windows domain, with a capital letter.
    public static String ofAccount(String account) {
        String name = clean(account.substring(account.lastIndexOf('\\') + 1));
        if (name.isEmpty()) {
            return NOBODY;
        }
        int second = name.offsetByCodePoints(0, 1);
        return new StringBuilder().appendCodePoint(Character.toTitleCase(name.codePointAt(0)))
                .append(name, second, name.length()).toString();
    }
}
