package tincan.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileHoldTest {
    @TempDir
    private Path folder;

    @Test
    void oneHasItAtATimeAndTheNextWhenItLetsGo() throws Exception {
        Path file = folder.resolve("file");
        try (FileHold hold = FileHold.take(file).orElseThrow()) {
            assertEquals(Optional.empty(), FileHold.take(file));
            hold.close();
            try (FileHold next = FileHold.take(file).orElseThrow()) {
                hold.close();
                assertFalse(FileHold.take(file).isPresent(), "closed twice, it is still the next one's");
                assertTrue(Files.exists(folder.resolve("file.lock")), next::toString);
            }
        }
        assertFalse(Files.exists(folder.resolve("file.lock")));
    }

    @Test
    void ofManyWhoTakeAndLetGoNoTwoHaveItAtOnce() throws Exception {
        Path file = folder.resolve("file");
        AtomicInteger holders = new AtomicInteger();
        Callable<Void> taking = () -> {
            for (int n = 0; n < 200; n++) {
                Optional<FileHold> hold = FileHold.take(file);
                if (hold.isPresent()) {
                    assertEquals(1, holders.incrementAndGet());
                    holders.decrementAndGet();
                    hold.get().close();
                }
            }
            return null;
        };
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<Void>> all = threads.invokeAll(IntStream.range(0, 4).mapToObj(_ -> taking).toList());
            for (Future<Void> one : all) {
                one.get();
            }
        }
    }
}
