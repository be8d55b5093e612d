package tincan.secure;

import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The code of a private session: a number from 1 to 64 and two of 256 words, 22 bits. It is said aloud, so any case
/// will do and anything between the parts, or nothing.
///
/// It needs no more bits: a guess costs a connection to the host, which counts them, and nothing that goes over the
/// network lets anybody try guesses alone.
///
/// @param number from 1 to 64
public record Code(int number, String first, String second) {
    private static final int NUMBERS = 64;
    /// No code is longer, whatever is put between its parts.
    private static final int LONGEST = 64;
    private static final Pattern PARTS = Pattern.compile("0*(\\d{1,2})([a-z]+)");

    public Code {
        if (number < 1 || number > NUMBERS || !Words.contains(first) || !Words.contains(second)) {
            throw new IllegalArgumentException("no code"); // and not what was given: it may be nearly right
        }
    }

    /// One that nobody can foresee.
    public static Code random(SecureRandom random) {
        return new Code(1 + random.nextInt(NUMBERS), Words.of(random.nextInt()), Words.of(random.nextInt()));
    }

    /// Reads what a person typed or pasted; empty if that is no code.
    public static Optional<Code> parse(String typed) {
        Matcher parts = PARTS.matcher(folded(typed));
        if (typed.length() > LONGEST || !parts.matches()) {
            return Optional.empty();
        }
        int number = Integer.parseInt(parts.group(1));
        return number < 1 || number > NUMBERS ? Optional.empty() : ofLetters(number, parts.group(2));
    }

    private static Optional<Code> ofLetters(int number, String letters) {
        return Words.all().stream().filter(letters::startsWith)
                .filter(first -> Words.contains(letters.substring(first.length())))
                .map(first -> new Code(number, first, letters.substring(first.length()))).findFirst();
    }

    /// What was typed with its last word finished, for each way to finish it; none if nothing is to be finished.
    ///
    /// For `7 map` that is `7-maple`.
    public static List<String> completions(String typed) {
        List<String> parts = parts(typed);
        if (parts.size() < 2 || parts.size() > 3 || !isNumber(parts.getFirst())) {
            return List.of();
        }
        String before = String.join("-", parts.subList(0, parts.size() - 1)) + "-";
        return Words.completions(parts.getLast()).stream().filter(word -> !word.equals(parts.getLast()))
                .map(before::concat).toList();
    }

    /// The first part of what was typed that cannot be part of a code, and the word that may have been meant; empty if
    /// there is none, or no such word.
    public static Optional<String> meant(String typed) {
        return parts(typed).stream().skip(1).filter(word -> !Words.contains(word)).findFirst()
                .flatMap(Words::near);
    }

    private static List<String> parts(String typed) {
        return Pattern.compile("[^\\p{L}\\d]+|(?<=\\d)(?=\\p{L})").splitAsStream(typed.toLowerCase(Locale.ROOT))
                .filter(part -> !part.isEmpty()).limit(4).toList();
    }

    private static boolean isNumber(String part) {
        return part.length() <= 2 && part.chars().allMatch(Character::isDigit);
    }

    /// Only letters and digits, in lower case.
    static String folded(String typed) {
        return typed.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\d]+", "");
    }

    /// As it is shown and said, such as `7-maple-orbit`; also what both sides prove to know.
    public String spoken() {
        return number + "-" + first + "-" + second;
    }

    /// Not the code: that belongs on no log.
    @Override
    public String toString() {
        return "a code";
    }
}
