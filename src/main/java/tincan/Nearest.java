package tincan;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/// What somebody meant who mistyped a word.
final class Nearest {
    private static final int LONGEST = 32;
    /// More slips than these, or than one in three letters, make another word of it.
    private static final int SLIPS = 2;

    private Nearest() {}

    /// The one of `words` that is the fewest slips away from what was typed: a letter changed, missing, too many, or
    /// two of them swapped.
    ///
    /// @return empty if none is near
    static Optional<String> to(String typed, Collection<String> words) {
        if (typed.length() > LONGEST) {
            return Optional.empty();
        }
        return words.stream().filter(word -> slips(typed, word) <= Math.min(SLIPS, word.length() / 3))
                .min(Comparator.comparingInt((String word) -> slips(typed, word)).thenComparing(word -> word));
    }

    /// The distance of Damerau and Levenshtein, by which no letter takes part in two slips.
    private static int slips(String one, String other) {
        int[][] least = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                least[i][j] = i == 0 || j == 0 ? i + j : least(least, one, other, i, j);
            }
        }
        return least[one.length()][other.length()];
    }

    private static int least(int[][] least, String one, String other, int i, int j) {
        boolean same = one.charAt(i - 1) == other.charAt(j - 1);
        int slip = Math.min(Math.min(least[i - 1][j], least[i][j - 1]) + 1, least[i - 1][j - 1] + (same ? 0 : 1));
        boolean swapped = i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2)
                && one.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(slip, least[i - 2][j - 2] + 1) : slip;
    }
}
