package tincan.lab.lesson;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Makes of the name that a stranger gives to a file one that is safe on every system.
final class FileName {
    /// In bytes of UTF-8; file systems take 255, and `name (12).ext` has to fit as well.
    static final int LONGEST = 200;
    private static final int LONGEST_EXTENSION = 20;
    private static final Pattern SEPARATOR = Pattern.compile("[/\\\\]");
    /// Control signs, those that turn the direction of writing, and what Windows does not take.
    private static final Pattern UNFIT = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}<>:\"|?*]");
    private static final Pattern AT_THE_BEGINNING = Pattern.compile("^[.\\s]+");
    private static final Pattern AT_THE_END = Pattern.compile("[.\\s]+$");
    /// What Windows takes for a device, whatever its extension (Naming Files, in its documentation).
    private static final Pattern DEVICE = Pattern.compile("(con|prn|aux|nul|conin\\$|conout\\$|(com|lpt)[0-9¹²³])\\s*");

    private FileName() {}

    /// A name that is safe.
    ///
    /// @return nothing if the one given names another folder, or if nothing is left of it
    static Optional<String> clean(String given) {
        if (SEPARATOR.matcher(given).find()) {
            return Optional.empty();
        }
        String fit = UNFIT.matcher(given).replaceAll("_");
        String begun = AT_THE_BEGINNING.matcher(fit).replaceAll("");
        String trimmed = AT_THE_END.matcher(begun).replaceAll("");
        if (trimmed.isEmpty()) {
            return Optional.empty();
        }
        String cut = shortened(trimmed);
        String stem = stem(cut.indexOf('.'), cut).toLowerCase(Locale.ROOT);
        return Optional.of(DEVICE.matcher(stem).matches() ? "_" + cut : cut);
    }

    /// The name for the next try, where that one is taken: `name (1).ext`.
    static String numbered(String name, int number) {
        String stem = stem(name.lastIndexOf('.'), name);
        return "%s (%d)%s".formatted(stem, number, name.substring(stem.length()));
    }

    private static String stem(int dot, String name) {
        return dot < 0 ? name : name.substring(0, dot);
    }

    /// Cut at the end of its stem, so that it keeps its extension.
    private static String shortened(String name) {
        String stem = stem(name.lastIndexOf('.'), name);
        String extension = name.substring(stem.length());
        if (bytes(extension) > LONGEST_EXTENSION) {
            stem = name;
            extension = "";
        }
        if (bytes(name) <= LONGEST) {
            return name;
        }
        while (bytes(stem) + bytes(extension) > LONGEST) {
            stem = stem.substring(0, stem.offsetByCodePoints(stem.length(), -1));
        }
        return AT_THE_END.matcher(stem).replaceAll("") + extension;
    }

    private static int bytes(String text) {
        return text.getBytes(UTF_8).length;
    }
}
