package tincan.home;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RecentAddressesTest {
    @TempDir
    private Path folder;

    @Test
    void startsEmpty() {
        assertEquals(List.of(), recent().all());
    }

    @Test
    void theNewestComesFirstAndOnlyOnce() {
        List.of("a", "b", "a").forEach(recent()::add);
        assertEquals(List.of("a", "b"), recent().all());
    }

    @Test
    void keepsTheFiveNewest() {
        List.of("a", "b", "c", "d", "e", "f").forEach(recent()::add);
        assertEquals(List.of("f", "e", "d", "c", "b"), recent().all());
    }

    private RecentAddresses recent() {
        return new RecentAddresses(Home.below(folder));
    }
}
