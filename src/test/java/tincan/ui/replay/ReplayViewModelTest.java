package tincan.ui.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tincan.trace.Payload;
import tincan.trace.TraceEvent;
import tincan.trace.TraceEvent.Note;
import tincan.trace.export.Recording;
import tincan.ui.ladder.Side;

class ReplayViewModelTest {
    private static final Instant MORNING = Instant.parse("2026-11-21T09:41:00Z");

    private final ReplayViewModel model = new ReplayViewModel(new Recording(List.of(
            end("host", Duration.ZERO, 0, 1_000, 60_000), end("guest", Duration.ofMillis(500), 1_000))));

    private static Recording.End end(String name, Duration ahead, long... milliseconds) {
        List<TraceEvent> events = new java.util.ArrayList<>();
        for (long at : milliseconds) {
            events.add(new TraceEvent(events.size() + 1, MORNING.plusMillis(at), "line-1", new Note("n")));
        }
        return new Recording.End(name, ahead, events, Map.of(), new Payload(0));
    }

    private List<Long> seen() {
        return model.logsProperty().get().stream().map(log -> log.newest()).toList();
    }

    @Test
    void itIsShownAsAWholeAtFirst() {
        assertEquals(List.of(3L, 1L), seen());
        assertEquals(Progress.WHOLE, model.progressProperty().get());
    }

    @Test
    void itIsPlayedFromTheBeginningToTheEnd() {
        model.playOrPause();
        assertEquals(List.of(1L, 0L), seen());
        model.advance(Duration.ofMillis(500));
        assertEquals(List.of(1L, 1L), seen());
        model.advance(Duration.ofMillis(2_499));
        assertEquals(List.of(2L, 1L), seen());
        assertEquals(Progress.PLAYING, model.progressProperty().get());
        model.advance(Duration.ofMillis(1));
        assertEquals(List.of(3L, 1L), seen());
        assertEquals(Progress.WHOLE, model.progressProperty().get());
        assertEquals(model.length(), model.momentProperty().get());
    }

    @Test
    void aFasterOneIsOverSooner() {
        model.speedProperty().set(Speed.SIXTEEN_TIMES);
        model.playOrPause();
        model.advance(Duration.ofMillis(3_000 / 16 + 1));
        assertEquals(Progress.WHOLE, model.progressProperty().get());
    }

    @Test
    void aPausedOneStandsStill() {
        model.playOrPause();
        model.playOrPause();
        model.advance(Duration.ofHours(1));
        assertEquals(List.of(1L, 0L), seen());
        assertEquals(Progress.PAUSED, model.progressProperty().get());
        model.playOrPause();
        model.advance(Duration.ofHours(1));
        assertEquals(List.of(3L, 1L), seen());
    }

    @Test
    void theWholeCanBeShownAtAnyTime() {
        model.playOrPause();
        model.showWhole();
        assertEquals(List.of(3L, 1L), seen());
        assertEquals(Progress.WHOLE, model.progressProperty().get());
    }

    @Test
    void oneLooksFromEitherEnd() {
        assertEquals(List.of("host", "guest"), model.sides().stream().map(Side::name).toList());
        model.seatProperty().set(Seat.SECOND);
        assertEquals(List.of("guest", "host"), model.sides().stream().map(Side::name).toList());
        assertEquals(Duration.ofMillis(500), model.sides().getFirst().ahead());
    }

    @Test
    void aRecordingOfNothingIsShownToo() {
        ReplayViewModel nothing = new ReplayViewModel(new Recording(List.of()));
        nothing.playOrPause();
        assertEquals(Progress.WHOLE, nothing.progressProperty().get());
        assertTrue(nothing.sides().getFirst().log().since(0, 10).isEmpty());
    }
}
