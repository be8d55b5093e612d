package tincan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class LineOutputTest {

    /// Counts writes, and lets each through only when the test says so.
    private static final class GatedStream extends OutputStream {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        final Semaphore gate = new Semaphore(0);
        final Semaphore arrived = new Semaphore(0);
        volatile int writes;

        @Override
        public void write(int sign) {
            throw new AssertionError("byte by byte");
        }

        @Override
        public void write(byte[] data, int offset, int length) throws IOException {
            arrived.release();
            gate.acquireUninterruptibly();
            bytes.write(data, offset, length);
            writes++;
        }
    }

    @Test
    void aSingleLineComesOutAtOnce() {
        GatedStream stream = new GatedStream();
        LineOutput output = new LineOutput(stream, StandardCharsets.UTF_8, () -> {
        });
        output.start();
        output.line("你好");
        stream.arrived.acquireUninterruptibly();
        stream.gate.release(2);
        output.close();
        assertEquals("你好\n", stream.bytes.toString(StandardCharsets.UTF_8));
    }

    @Test
    void linesThatComeDuringAWriteLeaveTogether() {
        GatedStream stream = new GatedStream();
        LineOutput output = new LineOutput(stream, StandardCharsets.UTF_8, () -> {
        });
        output.start();
        output.line("first");
        stream.arrived.acquireUninterruptibly();
        IntStream.range(0, 10_000).forEach(i -> output.line("line " + i));
        stream.gate.release(2);
        output.close();
        assertEquals(2, stream.writes);
        assertEquals("first\n" + IntStream.range(0, 10_000).mapToObj(i -> "line " + i + "\n")
                .collect(Collectors.joining()), stream.bytes.toString(StandardCharsets.UTF_8));
    }

    @Test
    void whoWritesFasterThanItIsReadWaits() throws InterruptedException {
        GatedStream stream = new GatedStream();
        LineOutput output = new LineOutput(stream, StandardCharsets.UTF_8, () -> {
        });
        output.start();
        output.line("first");
        stream.arrived.acquireUninterruptibly();
        output.line("x".repeat(2_000_000));
        Thread speaker = Thread.ofVirtual().start(() -> output.line("waits"));
        assertEquals(0, stream.writes);
        stream.gate.release(3);
        speaker.join();
        output.close();
        assertTrue(stream.bytes.toString(StandardCharsets.UTF_8).endsWith("xxx\nwaits\n"));
    }

    @Test
    void aPipeThatNobodyReadsIsToldOnceAndBlocksNobody() throws InterruptedException {
        CountDownLatch told = new CountDownLatch(1);
        LineOutput output = new LineOutput(new ClosedPipe(), StandardCharsets.UTF_8, told::countDown);
        output.start();
        output.line("first");
        assertTrue(told.await(10, TimeUnit.SECONDS), "not told");
        IntStream.range(0, 100).forEach(_ -> output.line("x".repeat(100_000)));
        output.close();
    }
}
