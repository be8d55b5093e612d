package tincan.trace.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tincan.trace.Payload;
import tincan.trace.TraceEvent;
import tincan.trace.TraceEvent.Note;

class ReplayTest {
    private static final Instant MORNING = Instant.parse("2026-11-21T09:41:00Z");

    private static TraceEvent event(long number, long milliseconds) {
        return new TraceEvent(number, MORNING.plusMillis(milliseconds), "line-1", new Note("n" + number));
    }

    private static Recording.End end(String name, Duration ahead, TraceEvent... events) {
        return new Recording.End(name, ahead, List.of(events), Map.of(), new Payload(0));
    }

    private static List<List<Long>> numbers(Replay replay) {
        return replay.logs().stream().map(log -> log.since(0, 100).stream().map(TraceEvent::number).toList()).toList();
    }

    @Test
    void eventsHappenWhenTheyDid() {
        Replay replay = new Replay(new Recording(List.of(end("host", Duration.ZERO, event(7, 0), event(8, 300),
                event(9, 1_300)))));
        assertEquals(Duration.ofMillis(1_300), replay.length());
        replay.playTo(Duration.ZERO);
        assertEquals(List.of(List.of(7L)), numbers(replay));
        replay.playTo(Duration.ofMillis(299));
        assertEquals(List.of(List.of(7L)), numbers(replay));
        replay.playTo(Duration.ofMillis(300));
        assertEquals(List.of(List.of(7L, 8L)), numbers(replay));
        assertFalse(replay.over());
        replay.playTo(Duration.ofHours(1));
        assertEquals(List.of(List.of(7L, 8L, 9L)), numbers(replay));
        assertTrue(replay.over());
    }

    @Test
    void aLongPauseIsCut() {
        Replay replay = new Replay(new Recording(List.of(end("host", Duration.ZERO, event(1, 0), event(2, 3_600_000),
                event(3, 3_600_500)))));
        assertEquals(Duration.ofMillis(2_500), replay.length());
    }

    @Test
    void theEndsFollowOneClock() {
        Replay replay = new Replay(new Recording(List.of(end("host", Duration.ZERO, event(1, 0), event(2, 400)),
                end("guest", Duration.ofSeconds(60), event(1, 60_200), event(2, 60_300)))));
        replay.playTo(Duration.ofMillis(250));
        assertEquals(List.of(List.of(1L), List.of(1L)), numbers(replay));
        assertEquals(Duration.ofMillis(400), replay.length());
    }

    /// A clock may be set back meanwhile.
    @Test
    void anEndsEventsKeepTheirOrder() {
        Replay replay = new Replay(new Recording(List.of(end("host", Duration.ZERO, event(1, 500), event(2, 0),
                event(3, 600)))));
        replay.playTo(Duration.ZERO);
        assertEquals(List.of(List.of(1L, 2L)), numbers(replay));
        assertEquals(Duration.ofMillis(100), replay.length());
    }

    @Test
    void whateverIsRecordedCanBeReplayed() {
        for (long seed = 0; seed < 300; seed++) {
            Recording recording = new RandomRecordings(seed).recording();
            Replay replay = new Replay(recording);
            replay.playTo(replay.length());
            assertTrue(replay.over());
            for (int i = 0; i < recording.ends().size(); i++) {
                assertEquals(recording.ends().get(i).events(), replay.logs().get(i).since(0, Integer.MAX_VALUE));
                assertEquals(recording.ends().get(i).connections(), replay.logs().get(i).connections());
            }
        }
    }

    @Test
    void aRecordingOfNothingIsOver() {
        assertTrue(new Replay(new Recording(List.of())).over());
    }
}
