package tincan.ui;

import java.time.Duration;
import java.util.Locale;

/// Spans of time as they are written: 85 µs, 1.5 ms, 2.0 s.
public final class Spans {
    private static final long MICROSECOND = 1_000;
    private static final long MILLISECOND = 1_000_000;
    private static final long SECOND = 1_000_000_000;

    private Spans() {}

    /// In the unit that suits it.
    public static String of(Duration span, Locale locale) {
        long nanos = span.toNanos();
        if (nanos < MILLISECOND) {
            return String.format(locale, "%d µs", nanos / MICROSECOND);
        }
        return nanos < SECOND
                ? String.format(locale, "%.1f ms", (double) nanos / MILLISECOND)
                : String.format(locale, "%.1f s", (double) nanos / SECOND);
    }
}
