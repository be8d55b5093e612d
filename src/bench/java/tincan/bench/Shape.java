package tincan.bench;

import java.time.Duration;
import java.util.List;

/// How a load looks.
///
/// @param members how many are in the room
/// @param senders how many of them talk
/// @param window texts under way at all times; 0 for an open loop
/// @param rate texts a second of an open loop; 0 for a closed one
/// @param warm how long it runs before it is measured
/// @param measured how long it is measured
record Shape(int members, int senders, int window, int rate, Duration warm, Duration measured) {
    private static final Duration WARM = Duration.ofSeconds(8);
    private static final Duration MEASURED = Duration.ofSeconds(4);

    Shape {
        if (members < 2 || senders < 1 || senders > members / 2 || (window == 0) == (rate == 0)) {
            throw new IllegalArgumentException(members + " members, " + senders + " senders, window " + window
                    + ", rate " + rate);
        }
    }

    /// A closed loop.
    static Shape closed(int members, int senders, int window) {
        return new Shape(members, senders, window, 0, WARM, MEASURED);
    }

    /// An open loop.
    static Shape open(int members, int senders, int rate) {
        return new Shape(members, senders, 0, rate, WARM, MEASURED);
    }

    /// As words on a command line, see [#parse].
    List<String> words() {
        return List.of("members=" + members, "senders=" + senders, "window=" + window, "rate=" + rate,
                "warm=" + warm.toMillis(), "measured=" + measured.toMillis());
    }

    /// Reads words such as `members=100`; times are in milliseconds.
    static Shape parse(List<String> words) {
        int rate = number(words, "rate", 0);
        return new Shape(number(words, "members", 100), number(words, "senders", 10),
                number(words, "window", rate > 0 ? 0 : 256), rate,
                Duration.ofMillis(number(words, "warm", (int) WARM.toMillis())),
                Duration.ofMillis(number(words, "measured", (int) MEASURED.toMillis())));
    }

    private static int number(List<String> words, String name, int otherwise) {
        return words.stream().filter(word -> word.startsWith(name + "=")).findFirst()
                .map(word -> Integer.parseInt(word.substring(name.length() + 1))).orElse(otherwise);
    }

    /// For a heading.
    String title() {
        return members + " members, " + (rate > 0
                ? rate + " texts a second"
                : senders + " senders, " + window
                        + " in flight");
    }
}
