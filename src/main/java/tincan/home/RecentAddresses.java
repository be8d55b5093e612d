package tincan.home;

import static java.lang.System.Logger.Level.WARNING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The addresses last joined, newest first, without their codes. Any thread.
public final class RecentAddresses {
    /// So many are kept.
    public static final int MOST = 5;

    private static final System.Logger LOG = System.getLogger(RecentAddresses.class.getName());

    private final Path file;

    public RecentAddresses(Home home) {
        this.file = home.state().resolve("recent-addresses.txt");
    }

    public synchronized List<String> all() {
        try {
            return Files.readAllLines(file).stream().map(String::strip).filter(line -> !line.isEmpty()).distinct()
                    .limit(MOST).toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            LOG.log(WARNING, "Cannot read the addresses in {0}: {1}", file, e);
            return List.of();
        }
    }

    /// Puts `address` first.
    public synchronized void add(String address) {
        List<String> addresses = Stream.concat(Stream.of(address), all().stream()).distinct().limit(MOST).toList();
        try {
            new AtomicFile(file).write(String.join("\n", addresses) + "\n");
        } catch (IOException e) {
            LOG.log(WARNING, "Cannot keep the addresses in {0}: {1}", file, e);
        }
    }
}
