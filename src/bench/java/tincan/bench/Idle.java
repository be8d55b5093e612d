package tincan.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// What a member costs that says nothing: `Idle [10000] [tincan|tincan-tls]`. It lets so many members into a relay,
/// waits until they are quiet (each still answers the relay's probes), and asks the relay for its heap after a full
/// collection, before and after. Writes a table into `target/bench`.
final class Idle {
    private static final int MEMBERS = 10_000;
    private static final Duration JOIN = Duration.ofMinutes(15);
    private static final Duration QUIET = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofMinutes(1);

    private final int members;
    private final RelayServer server;

    private Idle(int members, RelayServer server) {
        this.members = members;
        this.server = server;
    }

    public static void main(String[] args) throws IOException {
        RelayServer server = new RelayServer(List.of(args).contains("tincan-tls"));
        int members = Stream.of(args).filter(word -> word.matches("\\d+")).findFirst().map(Integer::parseInt)
                .orElse(MEMBERS);
        new Idle(members, server).run();
    }

    private void run() throws IOException {
        try (Running relay = Running.start(server);
                Writer commands = relay.process().outputWriter();
                Crowd crowd = new Crowd(Target.of(relay))) {
            Memory before = memory(relay, commands, crowd);
            long began = System.nanoTime();
            crowd.join(members, JOIN);
            Duration joined = Duration.ofNanos(System.nanoTime() - began);
            crowd.run(() -> false, System.nanoTime() + QUIET.toNanos());
            Cpu busy = Cpu.now(relay.pid());
            crowd.run(() -> false, System.nanoTime() + QUIET.toNanos());
            busy = Cpu.now(relay.pid()).since(busy);
            Memory after = memory(relay, commands, crowd);
            report(joined, before, after, busy.server().toMillis() / (double) QUIET.toMillis(), crowd.gone());
        }
    }

    private record Memory(long heap, long resident) {}

    /// Asks the relay, and goes on answering its probes meanwhile.
    private static Memory memory(Running relay, Writer commands, Crowd crowd) throws IOException {
        int known = answers(relay).size();
        commands.write("heap\n");
        commands.flush();
        boolean answered = crowd.run(() -> answers(relay).size() > known,
                System.nanoTime() + ANSWER.toNanos());
        if (!answered) {
            throw new IOException("the relay does not tell its heap");
        }
        String[] words = answers(relay).getLast().split(" ");
        return new Memory(Long.parseLong(words[1]), Long.parseLong(words[2]));
    }

    private static List<String> answers(Running relay) {
        try {
            String output = relay.output();
            return output.substring(0, output.lastIndexOf('\n') + 1).lines()
                    .filter(line -> line.startsWith("heap ")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void report(Duration joined, Memory before, Memory after, double cpu, int lost) throws IOException {
        String text = String.format(Locale.ROOT, """
                | server | idle members | lost | all in after | live heap each | memory each | relay's CPU while idle |
                |---|---|---|---|---|---|---|
                | %s | %d | %d | %.1f s | %d bytes | %d bytes | %.2f |

                Goal: under %,d bytes of live heap each.
                """, server.name(), members, lost, joined.toMillis() / 1000.0, (after.heap - before.heap) / members,
                (after.resident - before.resident) / members, cpu, server.isPrivate() ? 20_000 : 10_000);
        Path file = Slice.tables().resolve("idle-" + server.name() + ".md");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        System.out.print(text);
    }
}
