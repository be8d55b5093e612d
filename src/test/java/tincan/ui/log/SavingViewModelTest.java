package tincan.ui.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tincan.text.Text;
import tincan.trace.Direction;
import tincan.trace.EventLog;
import tincan.trace.Layer;
import tincan.trace.SocketCall;
import tincan.trace.Span;
import tincan.trace.Subject;
import tincan.trace.TraceEvent.Called;
import tincan.trace.TraceEvent.Framed;
import tincan.trace.export.Recording;
import tincan.trace.export.RecordingFile;
import tincan.ui.FakeFiles;

class SavingViewModelTest {
    @TempDir
    private Path folder;
    private final EventLog log = new EventLog(100, InstantSource.fixed(Instant.parse("2026-11-21T09:41:00Z")));
    private final LogViewModel rows = new LogViewModel(log, 100, Text.in(Locale.ENGLISH), ZoneOffset.UTC,
            Runnable::run);
    private final FakeFiles files = new FakeFiles();
    private final BlockingQueue<Runnable> turns = new LinkedBlockingQueue<>();
    private boolean secret;
    private final SavingViewModel saving = new SavingViewModel(rows, new LogSource(() -> "Ada",
            () -> Recording.of("host", log), () -> secret), files, Text.in(Locale.ENGLISH), turns::add);

    @BeforeEach
    void traffic() {
        log.append("listener", new Called(SocketCall.LISTEN, 0, Duration.ZERO, "192.168.1.7:8462"));
        log.append("line-1", new Framed(Direction.IN, "SAY", Layer.WIRE, new Span(0, 48), "{\"text\":\"hello\"}",
                Subject.NONE));
        rows.start();
    }

    private Path save(SaveAs as) throws InterruptedException {
        Path file = folder.resolve("saved" + as.ending());
        files.next = Optional.of(file);
        saving.save(as);
        Runnable told = turns.poll(20, TimeUnit.SECONDS);
        assertTrue(told != null, "the outcome is told");
        told.run();
        return file;
    }

    private String words() {
        return saving.noticeProperty().get().words();
    }

    @Test
    void theRowsShownAreSavedAsText() throws Exception {
        rows.filterProperty().set(LogFilter.ALL.withKind(LogFilter.Kind.FRAMES));
        Path file = save(SaveAs.ROWS);
        assertEquals(List.of("09:41:00.000\tline-1\t<<\tSAY\t48\t\t{\"text\":\"hello\"}"), Files.readAllLines(file));
        assertEquals("1 row saved in saved.txt.", words());
    }

    @ParameterizedTest
    @EnumSource
    void eachFileIsSavedAndTold(SaveAs as) throws Exception {
        Path file = save(as);
        assertTrue(Files.size(file) > 0);
        assertEquals(Notice.Kind.DONE, saving.noticeProperty().get().kind());
        assertEquals(List.of((as == SaveAs.DISSECTOR ? "tincan" : "Ada") + as.ending()), files.proposed);
        assertEquals(List.of(file), list());
    }

    private List<Path> list() throws IOException {
        try (var all = Files.list(folder)) {
            return all.toList();
        }
    }

    @Test
    void aRecordingIsOpenedAgain() throws Exception {
        assertEquals(log.since(0, 10), RecordingFile.open(save(SaveAs.RECORDING)).ends().getFirst().events());
    }

    @Test
    void hiddenAddressesAreHiddenInPagesAndTextOnly() throws Exception {
        rows.veil().hidingProperty().set(true);
        for (SaveAs as : List.of(SaveAs.PAGE, SaveAs.ROWS)) {
            String written = Files.readString(save(as));
            assertTrue(written.contains("•••"), written);
            assertFalse(written.contains("192.168.1.7"), written);
        }
        assertTrue(Files.readString(save(SaveAs.LINES)).contains("192.168.1.7"));
    }

    @Test
    void aFolderThatIsNotThereIsTold() throws Exception {
        folder = folder.resolve("nowhere");
        save(SaveAs.RECORDING);
        assertEquals(new Notice(Notice.Kind.FAILED, "Could not save saved.tincan. Try another folder or another name."),
                saving.noticeProperty().get());
    }

    @Test
    void ofAPrivateSessionItIsAskedOnce() throws Exception {
        secret = true;
        saving.save(SaveAs.RECORDING);
        assertEquals(Notice.Kind.QUESTION, saving.noticeProperty().get().kind());
        assertEquals(List.of(), files.proposed);
        saving.dismiss();
        assertEquals(Notice.NONE, saving.noticeProperty().get());
        saving.save(SaveAs.PAGE);
        assertEquals(Notice.Kind.QUESTION, saving.noticeProperty().get().kind());
        saving.agree();
        assertEquals(List.of("Ada.html"), files.proposed);
        save(SaveAs.RECORDING);
        assertEquals(Notice.Kind.DONE, saving.noticeProperty().get().kind());
    }

    @Test
    void whatStaysEncryptedNeedsNoQuestion() throws Exception {
        secret = true;
        save(SaveAs.PACKETS);
        assertEquals(Notice.Kind.DONE, saving.noticeProperty().get().kind());
    }
}
