package tincan.trace;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import tincan.trace.TraceEvent.Note;

class EventLogTest {
    private static final Instant NOW = Instant.parse("2026-11-21T00:00:00Z");
    private final EventLog log = new EventLog(4, InstantSource.fixed(NOW));

    @Test
    void theOldestGoesWhenItIsFull() {
        for (int i = 1; i <= 10; i++) {
            log.append("line-1", new Note("note " + i));
        }
        assertEquals(10, log.newest());
        assertEquals(7, log.oldest());
        assertEquals(
                LongStream.rangeClosed(7, 10).mapToObj(n -> new TraceEvent(n, NOW, "line-1", new Note("note " + n)))
                        .toList(),
                log.since(0, 100));
    }

    @Test
    void aReaderTakesWhatIsNewInParts() {
        log.append("a", new Note("1"));
        log.append("a", new Note("2"));
        log.append("a", new Note("3"));
        assertEquals(List.of(2L), log.since(1, 1).stream().map(TraceEvent::number).toList());
        assertEquals(List.of(3L), log.since(2, 5).stream().map(TraceEvent::number).toList());
        assertEquals(List.of(), log.since(3, 5));
    }

    @Test
    void clearForgetsButGoesOnCounting() {
        log.append("a", new Note("1"));
        log.clear();
        assertEquals(List.of(), log.since(0, 5));
        log.append("a", new Note("2"));
        assertEquals(List.of(2L), log.since(0, 5).stream().map(TraceEvent::number).toList());
    }

    @Test
    void anUnusedNameIsThatOfNoConnection() {
        Ends ends = new Ends(new InetSocketAddress(1), new InetSocketAddress(2), Ends.Side.CLIENT);
        for (String expected : List.of("voice", "voice-2", "voice-3")) {
            assertEquals(expected, log.unused("voice"));
            log.connected(expected, ends);
        }
    }

    @Test
    void aBellRingsUntilItsSubscriptionEnds() {
        AtomicInteger rings = new AtomicInteger();
        Runnable subscription = log.onAppend(rings::incrementAndGet);
        log.append("a", new Note("1"));
        subscription.run();
        log.append("a", new Note("2"));
        assertEquals(1, rings.get());
    }

    @Test
    void aLogThatIsOffKeepsNothing() {
        EventLog off = EventLog.off();
        off.append("a", new Note("1"));
        assertFalse(off.recording());
        assertEquals(0, off.newest());
    }

    @Test
    void aTapTellsEachCallWithItsBytes() throws IOException {
        EventLog log = EventLog.usual();
        Tap tap = new Tap(log, "line-1");
        byte[] buffer = new byte[8];
        InputStream in = new ByteArrayInputStream(new byte[]{1, 2, 3});
        tap.read(in, buffer, 0, 8);
        tap.read(in, buffer, 0, 8);
        tap.write(new ByteArrayOutputStream(), buffer, 0, 5);
        assertThrows(IOException.class, () -> tap.call(SocketCall.CONNECT, "", () -> {
            throw new IOException("Connection refused");
        }));
        List<TraceEvent> events = log.since(0, 10);
        assertEquals(
                List.of("read …", "read 3 bytes", "read …", "read 0 bytes end of stream", "write …", "write 5 bytes",
                        "connect …", "connect failed Connection refused"),
                events.stream().map(TextLines::line).map(EventLogTest::withoutTimes).toList());
        assertEquals(List.of(1L, 3L, 5L, 7L), events.stream().filter(event -> event.number() % 2 == 0)
                .map(event -> ((TraceEvent.Ended) event.what()).began()).toList());
        assertArrayEquals(new byte[]{1, 2, 3}, log.payload()
                .of(new ByteStream("line-1", Direction.IN, Layer.WIRE), new Span(0, 10)).bytes());
    }

    /// Without when it was, and how long it took.
    private static String withoutTimes(String line) {
        return line.replaceAll("^\\S+ line-1 (>>|<<|--) ", "").replaceAll(" \\d+ µs", "");
    }
}
