package tincan.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BatchFileTest {
    private static final String TITLE = "a title";

    @TempDir
    private Path folder;
    private Path path;

    @BeforeEach
    void written() throws Exception {
        path = folder.resolve("file");
        try (BatchFile file = new BatchFile(path, TITLE)) {
            file.replace(List.of(batch("one")));
            file.append(List.of(batch("two"), batch("three")));
            file.append(List.of(batch("four")));
        }
    }

    @Test
    void whatWasWrittenIsReadInOrder() throws Exception {
        assertEquals(List.of("one", "two", "three", "four"), read());
    }

    @Test
    void aFileThatIsCutAnywhereHasItsWholeBatches() throws Exception {
        byte[] whole = Files.readAllBytes(path);
        for (int length = TITLE.length() + 1; length < whole.length; length++) {
            Files.write(path, Arrays.copyOf(whole, length));
            List<String> read = read();
            assertEquals(List.of("one", "two", "three", "four").subList(0, read.size()), read);
            assertTrue(read.size() < 4, "cut at " + length);
        }
    }

    @Test
    void aBitThatFlipsAnywhereCutsOffItsBatchAndThoseAfterIt() throws Exception {
        byte[] whole = Files.readAllBytes(path);
        for (int bit = 8 * (TITLE.length() + 1); bit < 8 * whole.length; bit++) {
            byte[] flipped = whole.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            Files.write(path, flipped);
            List<String> read = read();
            assertEquals(List.of("one", "two", "three", "four").subList(0, read.size()), read, "bit " + bit);
            assertTrue(read.size() < 4, "bit " + bit);
        }
    }

    @Test
    void aTitleThatIsNotItsOwnIsRefused() throws Exception {
        byte[] whole = Files.readAllBytes(path);
        for (int bit = 0; bit < 8 * (TITLE.length() + 1); bit++) {
            byte[] flipped = whole.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            Files.write(path, flipped);
            assertThrows(BrokenJournal.class, this::read, "bit " + bit);
        }
        Files.write(path, new byte[0]);
        assertThrows(BrokenJournal.class, this::read);
    }

    @Test
    void aFileGoesOnWhereItWasCut() throws Exception {
        byte[] whole = Files.readAllBytes(path);
        Files.write(path, Arrays.copyOf(whole, whole.length - 1));
        try (BatchFile file = new BatchFile(path, TITLE)) {
            file.openAt(file.read(_ -> {
            }));
            file.append(List.of(batch("five")));
        }
        assertEquals(List.of("one", "two", "three", "five"), read());
    }

    @Test
    void aFileIsReplacedAsAWholeAndGoesOn() throws Exception {
        try (BatchFile file = new BatchFile(path, TITLE)) {
            file.openAt(Files.size(path));
            file.replace(List.of(batch("short")));
            file.append(List.of(batch("and on")));
            assertEquals(Files.size(path), file.size());
            file.force();
        }
        assertEquals(List.of("short", "and on"), read());
        try (var files = Files.list(folder)) {
            assertEquals(List.of(path), files.toList());
        }
    }

    @Test
    void nobodyElseMayOpenIt() throws Exception {
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
        OwnerOnly.folderOf(folder.resolve("deep/er/file"));
        assertEquals("rwx------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("deep/er"))));
    }

    private List<String> read() throws IOException, BrokenJournal {
        List<String> batches = new ArrayList<>();
        new BatchFile(path, TITLE)
                .read(batch -> batches.add(StandardCharsets.UTF_8.decode(batch).toString()));
        return batches;
    }

    private static ByteBuffer batch(String text) {
        return StandardCharsets.UTF_8.encode(text);
    }
}
