package tincan.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tincan.journal.RoomHead;
import tincan.journal.RoomJournal;
import tincan.text.Text;

final class SavedSessionsTest {
    @TempDir
    private Path folder;
    private SavedSessions saved;

    @BeforeEach
    void look() {
        saved = new SavedSessions(folder.resolve("sessions"));
    }

    @Test
    void whereNothingDiedThereIsNothingToResume() {
        assertEquals(Optional.empty(), saved.newest());
        saved.forgetOlder();
    }

    @Test
    void theNewestIsResumedAsItWas() throws Exception {
        died("Old", 9000, "words", 1);
        Path file = died("New", 8462, "open", 2);
        SavedSessions.Saved newest = saved.newest().orElseThrow();
        assertEquals("New", newest.title());
        HostOptions options = newest.options(Text.in(Locale.ENGLISH));
        assertEquals(List.of("Ada", "New", 8462, Privacy.OPEN, Optional.of("127.0.0.1"), Optional.of(file)),
                List.of(options.name(), options.title(), options.port(), options.privacy(), options.bind(),
                        options.journal()));
        assertEquals(Privacy.WORDS, saved.newest(9000).orElseThrow().privacy());
        assertEquals(Optional.empty(), saved.newest(1));
    }

    @Test
    void whatLivesIsNotResumedAndNotDeleted() throws Exception {
        Path file = died("Alive", 8462, "open", 1);
        try (RoomJournal alive = RoomJournal.take(file).orElseThrow()) {
            assertEquals(Optional.empty(), saved.newest());
            died("Dead", 9000, "open", 2);
            saved.forgetOlder();
            assertTrue(Files.exists(file), alive::toString);
        }
    }

    @Test
    void onlyTheNewestOfThoseThatDiedStays() throws Exception {
        died("Old", 9000, "open", 1);
        Path newest = died("New", 8462, "open", 3);
        died("Older", 9001, "open", 2);
        Files.writeString(saved.fresh(), "broken");
        saved.forgetOlder();
        try (var left = Files.list(newest.getParent())) {
            assertEquals(List.of(newest), left.toList());
        }
    }

    private Path died(String title, int port, String privacy, long second) throws IOException {
        Path file = saved.fresh();
        try (RoomJournal journal = RoomJournal.take(file).orElseThrow()) {
            journal.rewrite(new RoomHead("4d0f", title, "Ada", privacy, "127.0.0.1", port, false, 1), List.of(),
                    List.of());
        }
        Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(second)));
        return file;
    }
}
