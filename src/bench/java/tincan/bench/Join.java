package tincan.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/// How long it takes to come into a session, from connecting until WELCOME: `Join [200] [tincan]`; private sessions
/// unless told otherwise. The guests are those of the program, one after another, several at once, and each in a process
/// that has just begun. Writes a table into `target/bench`.
final class Join {
    private static final int JOINS = 200;
    private static final int AT_ONCE = 8;
    /// So many are not counted: by then Java has compiled what they need.
    private static final int WARM = 100;
    private static final int PROCESSES = 20;

    private final int joins;
    private final Target target;
    private final StringBuilder text;

    private Join(int joins, Target target, String server) {
        this.joins = joins;
        this.target = target;
        this.text = new StringBuilder(
                "| joining " + server + " | joins | median | p95 | longest |\n|---|---|---|---|---|\n");
    }

    public static void main(String[] args) throws Exception {
        int joins = Stream.of(args).filter(word -> word.matches("\\d+")).findFirst().map(Integer::parseInt)
                .orElse(JOINS);
        RelayServer server = new RelayServer(!List.of(args).contains("tincan"));
        try (Running relay = Running.start(server)) {
            Path file = Slice.tables().resolve("join-" + server.name() + ".md");
            Files.createDirectories(file.getParent());
            Files.writeString(file, new Join(joins, Target.of(relay), server.name()).run());
            System.out.print(Files.readString(file));
        }
    }

    private String run() throws Exception {
        row("the first of all, in two processes that have just begun", List.of(inProcess()));
        together(WARM, AT_ONCE);
        row("one after another", together(joins, 1));
        row(AT_ONCE + " at once", together(joins, AT_ONCE));
        List<Duration> cold = new ArrayList<>();
        for (int i = 0; i < PROCESSES; i++) {
            cold.add(inProcess());
        }
        row("each in a process that has just begun", cold);
        return text.toString();
    }

    private List<Duration> together(int count, int atOnce) throws InterruptedException, ExecutionException {
        Callable<Duration> join = () -> Guest.join(target);
        try (ExecutorService guests = Executors.newFixedThreadPool(atOnce)) {
            List<Duration> took = new ArrayList<>();
            for (Future<Duration> each : guests.invokeAll(Stream.generate(() -> join).limit(count).toList())) {
                took.add(each.get());
            }
            return took;
        }
    }

    private Duration inProcess() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(Programs.java().toString(), "-XX:+UseSerialGC", "-cp",
                System.getProperty("java.class.path"), Guest.class.getName(), Integer.toString(target.port()))
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        target.code().ifPresent(code -> builder.environment().put(Target.CODE, code.spoken()));
        try (var lines = builder.start().inputReader()) {
            return Duration.ofNanos(1000 * Long.parseLong(lines.readLine()));
        }
    }

    private void row(String what, List<Duration> took) {
        List<Duration> sorted = took.stream().sorted().toList();
        text.append(String.format(Locale.ROOT, "| %s | %d | %.0f ms | %.0f ms | %.0f ms |%n", what, sorted.size(),
                millis(sorted.get(sorted.size() / 2)), millis(sorted.get((sorted.size() * 95 + 99) / 100 - 1)),
                millis(sorted.getLast())));
    }

    private static double millis(Duration time) {
        return time.toNanos() / 1e6;
    }
}
