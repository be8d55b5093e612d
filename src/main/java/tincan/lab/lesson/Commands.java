package tincan.lab.lesson;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The few commands of the lessons, all done in here: no program is started, and only the lesson's own folder is shown.
final class Commands {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss zzz yyyy",
            Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final String HELP = "date pwd ls whoami hostname uptime echo help exit";
    /// Of a folder with more files no more are shown.
    private static final int MOST_FILES = 1000;

    private final Path folder;
    private final Clock clock;
    private final Instant began;

    /// @param folder the lesson's own
    Commands(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
        this.began = clock.instant();
    }

    /// What a command prints; what prints nothing says so.
    String output(String line) {
        String output = run(line);
        return output.isEmpty() ? "cmd has no output.." : output;
    }

    private String run(String line) {
        int space = line.indexOf(' ');
        String command = space < 0 ? line : line.substring(0, space);
        return switch (command) {
            case "date" -> DATE.format(ZonedDateTime.now(clock)) + "\n";
            case "pwd" -> folder.toAbsolutePath() + "\n";
            case "ls" -> files();
            case "whoami" -> System.getProperty("user.name", "nobody") + "\n";
            case "hostname" -> hostname() + "\n";
            case "uptime" -> uptime();
            case "echo" -> (space < 0 ? "" : line.substring(space + 1)) + "\n";
            case "help" -> HELP + "\n";
            default -> "sh: " + command + ": not found\n";
        };
    }

    private String files() {
        if (!Files.isDirectory(folder)) {
            return "";
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> !name.startsWith(".")).sorted()
                    .limit(MOST_FILES).map(name -> name.replaceAll("\\p{Cntrl}", "?") + "\n")
                    .collect(Collectors.joining());
        } catch (IOException | UncheckedIOException e) {
            return "ls: cannot open the folder\n";
        }
    }

    private static String hostname() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }

    private String uptime() {
        Duration up = Duration.between(began, clock.instant());
        return " %s up %d:%02d\n".formatted(TIME.format(LocalTime.now(clock)), up.toHours(), up.toMinutesPart());
    }
}
