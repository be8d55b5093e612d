package tincan.lab.lesson;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Times as C's `ctime` writes them, without the line's end: `Sat Nov 21 01:08:06 2026`.
final class CTime {
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy",
            Locale.ROOT);

    private CTime() {}

    static String of(LocalDateTime time) {
        return FORMAT.format(time);
    }
}
