package tincan.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
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
        Tap tap = new Tap(log, "line-1");
        byte[] buffer = new byte[8];
        InputStream in = new ByteArrayInputStream(new byte[]{1, 2, 3});
        tap.read(in, buffer, 0, 8);
        tap.read(in, buffer, 0, 8);
        tap.write(new ByteArrayOutputStream(), buffer, 0, 5);
        assertThrows(IOException.class, () -> tap.call(SocketCall.CONNECT, "", () -> {
            throw new IOException("Connection refused");
        }));
        assertEquals(List.of("read << 3 ", "read << 0 end of stream", "write >> 5 ", "connect -- Connection refused"),
                log.since(0, 10).stream().map(EventLogTest::shown).toList());
    }

    private static String shown(TraceEvent event) {
        return switch (event.what()) {
            case TraceEvent.Called called -> called.call().posix() + " " + event.direction().arrow() + " "
                    + called.bytes() + " " + called.detail();
            case TraceEvent.Failed failed -> failed.call().posix() + " " + event.direction().arrow() + " "
                    + failed.reason();
            case TraceEvent.Framed _,TraceEvent.FramesMoved _,Note _ -> "";
        };
    }
}
