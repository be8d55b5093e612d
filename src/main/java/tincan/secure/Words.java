package tincan.secure;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// 256 words made for saying aloud: short, known to learners of English, no two with the same first three letters. A
/// word stands for one byte.
public final class Words {
    private static final List<String> ALL = load();

    private Words() {}

    private static List<String> load() {
        try (InputStream in = Words.class.getResourceAsStream("words.txt")) {
            if (in == null) {
                throw new IllegalStateException("words.txt is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// All of them, in alphabetical order.
    public static List<String> all() {
        return ALL;
    }

    /// The word of a byte.
    static String of(int each) {
        return ALL.get(each & 0xff);
    }

    /// The words of the first three bytes: 24 bits.
    static List<String> threeOf(byte[] bytes) {
        return List.of(of(bytes[0]), of(bytes[1]), of(bytes[2]));
    }

    static boolean contains(String word) {
        return ALL.contains(word);
    }

    /// The words that begin with `prefix`, in any case; none for an empty one.
    public static List<String> completions(String prefix) {
        String folded = Code.folded(prefix);
        return folded.isEmpty() ? List.of() : ALL.stream().filter(word -> word.startsWith(folded)).toList();
    }

    /// The word that is nearest to what was typed, if it is near. Its first letter is taken to be right.
    static Optional<String> near(String typed) {
        return ALL.stream().filter(word -> typed.startsWith(word.substring(0, 1)) && distance(word, typed) <= 2)
                .min(Comparator.comparingInt(word -> distance(word, typed)));
    }

    /// How many letters have to be put in, taken out or changed (Levenshtein).
    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        Arrays.setAll(row, i -> i);
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int change = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[to.length()];
    }
}
