package tincan.home;

import static java.lang.System.Logger.Level.WARNING;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Properties;

/// The settings on disk. A file that cannot be read or written is said once in the log and never stops the program.
/// Any thread.
public final class SettingsStore {
    private static final System.Logger LOG = System.getLogger(SettingsStore.class.getName());

    private final Path file;
    private final Settings usual;

    /// @param usual what holds where the file says nothing
    public SettingsStore(Home home, Settings usual) {
        this.file = home.config().resolve("settings.properties");
        this.usual = usual;
    }

    public Settings load() {
        Properties lines = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            lines.load(reader);
        } catch (NoSuchFileException e) {
            return usual;
        } catch (IOException | IllegalArgumentException e) {
            LOG.log(WARNING, "Cannot read the settings in {0}: {1}", file, e);
        }
        return new SettingsFile(lines).settings(usual);
    }

    public synchronized void save(Settings settings) {
        try {
            StringWriter text = new StringWriter();
            SettingsFile.lines(settings).store(text, "Tincan");
            new AtomicFile(file).write(text.toString());
        } catch (IOException e) {
            LOG.log(WARNING, "Cannot keep the settings in {0}: {1}", file, e);
        }
    }
}
