package tincan.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// One run of [Load] against one server, in a process of its own.
final class Slice {
    private static final int MOST_SECONDS = 180;
    /// How often a disturbed run is repeated.
    private static final int TRIES = 5;
    /// So many processors kept busy by other programs, and a run says little.
    private static final double DISTURBED = 0.3;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(3);
    private static final Duration LOOK = Duration.ofSeconds(2);

    private Slice() {}

    /// Runs it, and again when other programs are quiet if they were not meanwhile.
    ///
    /// @return what the least disturbed run found; empty if one did not come to an end
    static Optional<Figures> undisturbed(Running running, Shape shape) throws IOException, InterruptedException {
        Optional<Figures> best = Optional.empty();
        for (int tried = 0; tried < TRIES && best.map(Figures::others).orElse(1.0) > DISTURBED; tried++) {
            if (best.isPresent()) {
                awaitQuiet();
            }
            Optional<Figures> found = run(running, shape);
            if (found.isEmpty()) {
                return found;
            }
            if (best.isEmpty() || found.get().others() < best.get().others()) {
                best = found;
            }
        }
        return best;
    }

    private static void awaitQuiet() {
        long deadline = System.nanoTime() + LONGEST_WAIT.toNanos();
        Cpu before = Cpu.now(0);
        double busy = 1;
        while (busy > DISTURBED && System.nanoTime() < deadline) {
            LockSupport.parkNanos(LOOK.toNanos());
            Cpu after = Cpu.now(0);
            busy = after.since(before).others().toMillis() / (double) LOOK.toMillis();
            before = after;
        }
    }

    /// Runs it.
    ///
    /// @return what it found; empty if it did not come to an end, of which it has told on the terminal
    static Optional<Figures> run(Running running, Shape shape) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command(running, shape))
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        running.code().ifPresent(code -> builder.environment().put(Target.CODE, code.spoken()));
        Process load = builder.start();
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
