package tincan.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tincan.wire.Frame;

final class PlaceFileTest {
    private static final PlaceRecord PLACE = new PlaceRecord("Bob", "4d0f", 2, "9a1c", 3, "proven");

    @TempDir
    private Path folder;
    private Path path;

    @BeforeEach
    void path() {
        path = folder.resolve("one.place");
    }

    @Test
    void whatWasSaidAndNotDeliveredIsThereAgain() throws Exception {
        try (PlaceFile file = PlaceFile.take(path).orElseThrow()) {
            assertEquals(Optional.empty(), file.open());
            file.rewrite(new PlaceFile.Content(PLACE, 0, 5, List.of()));
            file.append(texts(1, 2, 3), 0, 5);
            file.append(texts(4), 2, 9);
        }
        assertEquals(new PlaceFile.Content(PLACE, 2, 9, texts(3, 4)), content());
    }

    @Test
    void aFileThatIsCutAnywhereHasABeginningOfTheTexts() throws Exception {
        try (PlaceFile file = PlaceFile.take(path).orElseThrow()) {
            file.rewrite(new PlaceFile.Content(PLACE, 0, 5, List.of()));
            for (long id = 1; id <= 5; id++) {
                file.append(texts(id), id - 1, 5 + id);
            }
        }
        byte[] whole = Files.readAllBytes(path);
        int head = whole.length;
        for (int length = whole.length; length > 0 && kept(whole, length).isPresent(); length--) {
            PlaceFile.Content content = kept(whole, length).orElseThrow();
            assertEquals(PLACE, content.place());
            assertTrue(content.texts().size() <= 1, "one text waits at any time");
            head = length;
        }
        assertTrue(head < whole.length / 2, "the place itself is in the first batch");
    }

    private Optional<PlaceFile.Content> kept(byte[] whole, int length) throws Exception {
        Files.write(path, Arrays.copyOf(whole, length));
        try (PlaceFile file = PlaceFile.take(path).orElseThrow()) {
            return file.open();
        } catch (BrokenJournal e) {
            return Optional.empty();
        }
    }

    @Test
    void aLongFileIsRewrittenToWhatStillWaits() throws Exception {
        try (PlaceFile file = PlaceFile.take(path).orElseThrow()) {
            file.rewrite(new PlaceFile.Content(PLACE, 0, 5, List.of()));
            long id = 0;
            while (!file.isLong()) {
                file.append(texts(LongStream.rangeClosed(id + 1, id + 100).toArray()), id, 5);
                id += 100;
            }
            file.rewrite(new PlaceFile.Content(PLACE, id - 1, 5, texts(id)));
            assertFalse(file.isLong());
            assertTrue(Files.size(path) < 1000);
        }
        assertEquals(1, content().texts().size());
    }

    private PlaceFile.Content content() throws Exception {
        try (PlaceFile file = PlaceFile.take(path).orElseThrow()) {
            return file.open().orElseThrow();
        }
    }

    private static List<Frame.Say> texts(long... ids) {
        return Arrays.stream(ids).mapToObj(id -> new Frame.Say(id, "text " + id)).toList();
    }
}
