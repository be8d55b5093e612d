package tincan.lab.lesson;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class UploadFolderTest {
    @TempDir
    private Path home;

    private UploadFolder folder = new UploadFolder(Path.of("."), 0);

    @BeforeEach
    void begin() {
        folder = new UploadFolder(home, 50);
    }

    @Test
    void theRoomIsKeptForWhoHasAnnouncedAFile() throws Exception {
        try (UploadFolder.File _ = folder.begin("a", 30).orElseThrow()) {
            assertTrue(folder.begin("b", 21).isEmpty(), "no room for both");
            folder.begin("c", 20).orElseThrow().close();
        }
        folder.begin("d", 50).orElseThrow().close();
        assertEquals(0, home.toFile().list().length);
    }

    @Test
    void whatIsWrittenCountsOnce() throws Exception {
        try (UploadFolder.File file = folder.begin("a", 30).orElseThrow()) {
            file.write(new byte[30]);
            Path _ = file.keep();
        }
        assertTrue(folder.begin("b", 21).isEmpty(), "30 and 21 are too much");
        folder.begin("b", 20).orElseThrow().close();
    }

    @Test
    void emptyFilesTakeRoomToo() throws Exception {
        for (int i = 0; i < UploadFolder.MOST_FILES; i++) {
            Files.createFile(home.resolve(Integer.toString(i)));
        }
        assertTrue(folder.begin("one more", 0).isEmpty(), "too many files");
    }

    @Test
    void twoOfOneNameAreKeptBoth() throws Exception {
        try (UploadFolder.File one = folder.begin("a.txt", 3).orElseThrow();
                UploadFolder.File other = folder.begin("a.txt", 3).orElseThrow()) {
            one.write("one".getBytes(UTF_8));
            other.write("two".getBytes(UTF_8));
            assertEquals(home.resolve("a.txt"), other.keep());
            assertEquals(home.resolve("a (1).txt"), one.keep());
        }
        String[] files = home.toFile().list();
        Arrays.sort(files);
        assertEquals("[a (1).txt, a.txt]", Arrays.toString(files));
    }
}
