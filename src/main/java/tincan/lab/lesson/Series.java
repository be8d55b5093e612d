package tincan.lab.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The numbers 1 to 10 as they came from one sender. Owner: one thread.
final class Series {
    /// How many were sent.
    static final int LENGTH = 10;

    private final TreeSet<Integer> came = new TreeSet<>();
    private final TreeSet<Integer> late = new TreeSet<>();
    private final TreeSet<Integer> twice = new TreeSet<>();

    /// The next came; what is none of the numbers is left out.
    void add(int number) {
        if (number < 1 || number > LENGTH) {
            return;
        }
        if (came.contains(number)) {
            twice.add(number);
            return;
        }
        if (!came.isEmpty() && came.last() > number) {
            late.add(number);
        }
        came.add(number);
    }

    /// Such as `got 8 of 10: missing 3, 5; late 4; twice 8`.
    String report() {
        List<Integer> missing = IntStream.rangeClosed(1, LENGTH).boxed().filter(n -> !came.contains(n)).toList();
        List<String> parts = new ArrayList<>();
        add(parts, "missing", missing);
        add(parts, "late", List.copyOf(late));
        add(parts, "twice", List.copyOf(twice));
        String got = "got %d of %d".formatted(came.size(), LENGTH);
        return parts.isEmpty() ? got : got + ": " + String.join("; ", parts);
    }

    private static void add(List<String> parts, String word, List<Integer> numbers) {
        if (!numbers.isEmpty()) {
            parts.add(word + " " + numbers.stream().map(String::valueOf).collect(Collectors.joining(", ")));
        }
    }
}
