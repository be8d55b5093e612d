package tincan.trace;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Addresses in texts, to be shown to people who need not know them.
public final class Addresses {
    /// What stands in the place of an address.
    public static final String HIDDEN = "•••";

    private static final int GROUPS = 8;
    private static final int LONGEST = 45;
    private static final int BYTE = 255;
    private static final String RUN = "[0-9A-Fa-f:.]{2,48}+";
    private static final String ZONE = "(?:%[\\w.-]{1,32}+)?";
    private static final String PORT = "(?::\\d{1,5}(?!\\d))?";
    private static final Pattern SIX = Pattern.compile("\\[(" + RUN + ")" + ZONE + "\\]" + PORT
            + "|(?<!\\w)(" + RUN + ")" + ZONE + "(?![\\w:.])");
    private static final Pattern FOUR = Pattern
            .compile("(?<![\\d.])(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})(?!\\d|\\.\\d)" + PORT);
    private static final Pattern NAMED_PORT = Pattern.compile("(?<=\\bport )\\d{1,5}+(?!\\d)");
    private static final Pattern GROUP = Pattern.compile("[0-9A-Fa-f]{1,4}");

    private Addresses() {}

    /// The same text with [#HIDDEN] for every IPv4 and IPv6 address, with the port and the zone that belong to it, and
    /// for what is called a port. What only looks like one, such as a version of four numbers, goes too: nobody is to
    /// find out by trying.
    public static String hidden(String text) {
        String rest = text;
        if (rest.indexOf(':') >= 0) {
            rest = SIX.matcher(rest).replaceAll(found -> Matcher.quoteReplacement(six(found)));
        }
        if (rest.indexOf('.') >= 0) {
            rest = FOUR.matcher(rest).replaceAll(found -> Matcher.quoteReplacement(four(found)));
        }
        return rest.contains("port ") ? NAMED_PORT.matcher(rest).replaceAll(HIDDEN) : rest;
    }

    private static String six(MatchResult found) {
        if (found.group(1) != null) {
            return isSix(found.group(1)) ? HIDDEN : found.group();
        }
        String run = found.group(2);
        String tail = tail(run);
        String address = run.substring(0, run.length() - tail.length());
        // two colons by themselves are more often a sign in a sentence than the address of everybody
        return address.length() > 2 && isSix(address) ? HIDDEN + tail : found.group();
    }

    /// The end of a sentence, or of its part.
    private static String tail(String run) {
        int end = run.length();
        while (end > 0
                && (run.charAt(end - 1) == '.' || (run.charAt(end - 1) == ':' && !run.startsWith("::", end - 2)))) {
            end--;
        }
        return run.substring(end);
    }

    /// RFC 4291, section 2.2.
    private static boolean isSix(String text) {
        int gap = text.indexOf("::");
        if (text.length() > LONGEST || gap < 0) {
            return text.length() <= LONGEST && groups(text, true) == GROUPS;
        }
        int before = groups(text.substring(0, gap), false);
        int after = groups(text.substring(gap + 2), true);
        return before >= 0 && after >= 0 && before + after < GROUPS;
    }

    /// How many groups of 16 bits; less than 0 if it is something else.
    private static int groups(String text, boolean last) {
        if (text.isEmpty()) {
            return 0;
        }
        String[] parts = text.split(":", -1);
        int count = 0;
        for (int i = 0; i < parts.length; i++) {
            boolean four = last && i == parts.length - 1 && FOUR.matcher(parts[i]).matches();
            if (!four && !GROUP.matcher(parts[i]).matches()) {
                return -1;
            }
            count += four ? 2 : 1;
        }
        return count;
    }

    private static String four(MatchResult found) {
        boolean address = Stream.of(1, 2, 3, 4).mapToInt(i -> Integer.parseInt(found.group(i)))
                .allMatch(n -> n <= BYTE);
        return address ? HIDDEN : found.group();
    }
}
