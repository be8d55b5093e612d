package tincan.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/// What the figures were taken on.
final class Machine {
    private Machine() {}

    /// The computer and the servers' versions, as a list in Markdown.
    static String table(List<Running> servers) throws IOException {
        StringBuilder text = new StringBuilder("%s, %d processors (%s), %s %s, Java %s%n%n".formatted(LocalDate.now(),
                Runtime.getRuntime().availableProcessors(), processor(), System.getProperty("os.name"),
                System.getProperty("os.version"), Runtime.version()));
        for (Running running : servers) {
            text.append("* ").append(running.server().name()).append(": ").append(version(running.server()))
                    .append('\n');
        }
        return text.toString();
    }

    private static String processor() throws IOException {
        Path file = Path.of("/proc/cpuinfo");
        if (!Files.isReadable(file)) {
            return System.getProperty("os.arch");
        }
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith("model name")).findFirst()
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .orElseGet(() -> System.getProperty("os.arch"));
        }
    }

    private static String version(Server server) throws IOException {
        Process process = new ProcessBuilder(server.version(server.program().orElseThrow())).redirectErrorStream(true)
                .start();
        try (var lines = process.inputReader()) {
            return lines.lines().findFirst().orElse("");
        }
    }
}
