package tincan.ui.lab;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The parts of the course, as `docs/lessons/README.md` has them.
enum Chapter {
    FIRST_STREAM("time-echo", "time-echo-threads", "upper", "echo"), DATAGRAMS("udp-ok", "udp-echo"), PROTOCOLS(
            "command", "welcome", "upload", "printer", "sticky"), TROUBLES("reuse", "backlog", "timeout", "nagle",
                    "loss"), SPEAKING("turns", "free", "half-close");

    private final List<String> lessons;

    Chapter(String... lessons) {
        this.lessons = List.of(lessons);
    }

    /// The names of its lessons, in order.
    List<String> lessons() {
        return lessons;
    }

    /// The one that a lesson belongs to.
    static Optional<Chapter> of(String lesson) {
        return Arrays.stream(values()).filter(chapter -> chapter.lessons.contains(lesson)).findFirst();
    }
}
