package tincan.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class LineConsoleTest {
    private static final int MANY = 25_000;

    private final LineConsole console = new LineConsole(new Person());

    @Test
    void whoCanWaitLosesNoLine() throws Exception {
        Thread _ = Thread.ofVirtual().start(() -> {
            try {
                for (int i = 0; i < MANY; i++) {
                    boolean _ = console.typeWhenRead(Integer.toString(i));
                }
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        });
        for (int i = 0; i < MANY; i++) {
            assertEquals(Integer.toString(i), console.readLine().orElse(""));
        }
    }

    @Test
    void theEndLetsGoWhoWaits() throws Exception {
        while (console.type("x")) {
            // until it is full
        }
        CompletableFuture<Boolean> waits = CompletableFuture.supplyAsync(() -> {
            try {
                return console.typeWhenRead("y");
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        });
        console.end();
        assertFalse(waits.get(30, TimeUnit.SECONDS), "not taken");
    }
}
