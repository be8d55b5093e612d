package tincan.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// One run of [Load] against one server, in a process of its own.
final class Slice {
    private static final int MOST_SECONDS = 180;

    private Slice() {}

    /// Runs it.
    ///
    /// @return what it found; empty if it did not come to an end, of which it has told on the terminal
    static Optional<Figures> run(Running running, Shape shape) throws IOException, InterruptedException {
        Process load = new ProcessBuilder(command(running, shape)).redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            List<String> lines = load.inputReader().lines().toList();
            boolean ended = load.waitFor(MOST_SECONDS, TimeUnit.SECONDS);
            return ended && load.exitValue() == 0 ? Optional.of(Figures.parse(lines.stream())) : Optional.empty();
        } finally {
            load.destroyForcibly();
        }
    }

    /// The collector is the simplest, so that the load has one busy thread and no more.
    private static List<String> command(Running running, Shape shape) {
        List<String> command = new ArrayList<>(List.of(Programs.java().toString(), "-XX:+UseSerialGC", "-Xmx256m",
                "-cp", System.getProperty("java.class.path"), Load.class.getName(),
                running.server().protocol().name().toLowerCase(Locale.ROOT), Integer.toString(running.port()),
                Long.toString(running.pid())));
        command.addAll(shape.words());
        return command;
    }

    /// The folder that the tables go to.
    static Path tables() {
        return Path.of("target", "bench");
    }
}
