package tincan.ui.lab;

import java.util.List;

/// The parts of the course, as `docs/lessons/README.md` has them.
enum Chapter {
    FIRST_STREAM("time-echo", "time-echo-threads", "upper", "echo"), DATAGRAMS("udp-ok", "udp-echo"), PROTOCOLS(
            "command", "welcome", "upload", "printer", "sticky"), TROUBLES("reuse", "backlog", "timeout", "nagle",
                    "loss"), SPEAKING("turns", "free", "half-close");

    private final String lessons;

    Chapter(String... lessons) {
        this.lessons = String.join(" ", lessons);
    }

    /// The names of its lessons, in order.
    List<String> lessons() {
        return List.of(lessons.split(" ", -1));
    }
}
