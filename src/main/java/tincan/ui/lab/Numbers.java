package tincan.ui.lab;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/// Numbers as they are typed into the small fields of the lab.
final class Numbers {
    private static final Pattern WHOLE = Pattern.compile("\\d{1,9}");
    private static final Pattern SECONDS = Pattern.compile("\\d{1,5}([.,]\\d{1,3})?");
    private static final int PORTS = 65_535;

    private Numbers() {}

    /// Nothing if it is no whole number from 0 to `most`.
    static OptionalInt whole(String typed, int most) {
        String digits = typed.strip();
        if (!WHOLE.matcher(digits).matches()) {
            return OptionalInt.empty();
        }
        int number = Integer.parseInt(digits);
        return number <= most ? OptionalInt.of(number) : OptionalInt.empty();
    }

    static OptionalInt port(String typed) {
        return whole(typed, PORTS);
    }

    /// Nothing if it is no number of seconds above 0, such as `2` or `0.5`.
    static Optional<Duration> seconds(String typed) {
        String digits = typed.strip();
        return SECONDS.matcher(digits).matches()
                ? Optional.of(Duration.ofMillis(
                        new BigDecimal(digits.replace(',', '.')).movePointRight(3).longValue()))
                        .filter(Duration::isPositive)
                : Optional.empty();
    }

    /// As it would be typed.
    static String typed(Duration time) {
        return BigDecimal.valueOf(time.toMillis(), 3).stripTrailingZeros().toPlainString();
    }
}
