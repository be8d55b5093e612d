package tincan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tincan.trace.EventLog;
import tincan.trace.TraceEvent;

@Timeout(30)
final class LogFileTest {
    @TempDir
    Path folder;

    @Test
    void everyEventIsALine() throws IOException {
        EventLog log = log(100_000);
        note(log, "before");
        Path file = folder.resolve("log.txt");
        try (LogFile _ = LogFile.start(file, log)) {
            IntStream.range(0, 5_000).forEach(i -> note(log, "note " + i));
        }
        List<String> lines = Files.readAllLines(file);
        assertEquals(5_001, lines.size());
        assertEquals("1970-01-01T00:00:00Z line-1 -- before", lines.getFirst());
        assertEquals("1970-01-01T00:00:00Z line-1 -- note 4999", lines.getLast());
    }

    @Test
    void eventsThatTheLogNoLongerHasAreCounted() throws IOException {
        EventLog log = log(2);
        IntStream.range(0, 5).forEach(i -> note(log, "note " + i));
        Path file = folder.resolve("log.txt");
        LogFile.start(file, log).close();
        assertEquals(List.of("-- 3 events came too fast for this file --", "1970-01-01T00:00:00Z line-1 -- note 3",
                "1970-01-01T00:00:00Z line-1 -- note 4"), Files.readAllLines(file));
    }

    @Test
    void aPeerCannotMakeALineOfItsOwn() throws IOException {
        EventLog log = log(2);
        note(log, "a\nb\u001b[2J");
        Path file = folder.resolve("log.txt");
        LogFile.start(file, log).close();
        assertEquals(List.of("1970-01-01T00:00:00Z line-1 -- a␊b␛[2J"), Files.readAllLines(file));
    }

    @Test
    void aFolderThatIsNotThereIsAnError() {
        assertThrows(IOException.class, () -> LogFile.start(folder.resolve("none").resolve("log.txt"), log(2)));
    }

    private static EventLog log(int capacity) {
        return new EventLog(capacity, InstantSource.fixed(Instant.EPOCH));
    }

    private static void note(EventLog log, String text) {
        log.append("line-1", new TraceEvent.Note(text));
    }
}
