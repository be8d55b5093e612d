package tincan.ui.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tincan.text.Text;
import tincan.trace.Direction;
import tincan.trace.EventLog;
import tincan.trace.Layer;
import tincan.trace.SocketCall;
import tincan.trace.Span;
import tincan.trace.Subject;
import tincan.trace.TraceEvent;
import tincan.trace.TraceEvent.Framed;
import tincan.trace.TraceEvent.Moved;
import tincan.ui.bytes.BytesViewModel;

/// From a message to its rows, and from a row to its messages.
final class TrailTest {
    private static final Instant MORNING = Instant.parse("2026-11-21T10:00:00Z");
    private static final Spoken OWN = new Spoken(12, 3, 2, true, MORNING.plusMillis(500));

    private long millis;
    private final EventLog log = new EventLog(100_000, () -> MORNING.plusMillis(millis++));
    private final Text text = Text.in(Locale.ENGLISH);
    private final Deque<Runnable> turns = new ArrayDeque<>();
    private final LogViewModel rows = new LogViewModel(log, 100_000, text, ZoneOffset.UTC, turns::add);
    private final BytesViewModel bytes = new BytesViewModel(text);
    private final TrailViewModel trail = trail(false);
    private final List<Set<Subject>> carried = new ArrayList<>();
    private final List<Set<Subject>> followed = new ArrayList<>();

    private TrailViewModel trail(boolean hosting) {
        return new TrailViewModel(new TieFinder(log, Runnable::run, turns::add), rows, bytes,
                new TrailWords(text, ZoneOffset.UTC, hosting));
    }

    private void takeTurns() {
        for (Runnable turn = turns.poll(); turn != null; turn = turns.poll()) {
            turn.run();
        }
    }

    private void call(SocketCall call, long from, int bytes) {
        log.append("line-1", new Moved(call, 0, new Span(from, bytes), Duration.ZERO));
    }

    private void frame(Direction direction, String kind, long from, int bytes, Subject subject) {
        log.append("line-1", new Framed(direction, kind, Layer.WIRE, new Span(from, bytes), "", subject));
    }

    /// 1 write, 2 its SAY, 3 write of something else, 4 read, 5 its ENTRY, 6 another ENTRY in the same read.
    private void conversation() {
        call(SocketCall.WRITE, 0, 40);
        frame(Direction.OUT, "SAY", 0, 40, new Subject(0, 3, 2));
        call(SocketCall.WRITE, 40, 10);
        call(SocketCall.READ, 0, 160);
        frame(Direction.IN, "ENTRY", 0, 80, new Subject(12, 3, 2));
        frame(Direction.IN, "ENTRY", 80, 80, new Subject(13, 9, 1));
        rows.start();
        takeTurns();
        trail.onCarried(carried::add);
        trail.onFollowed(followed::add);
    }

    private List<Long> numbers() {
        return rows.rows().stream().map(TraceEvent::number).toList();
    }

    private TraceEvent event(long number) {
        return log.since(number - 1, 1).getFirst();
    }

    @Test
    void aMessageMarksItsFramesReadsAndWritesAndItsWayIsToldInWords() {
        conversation();
        List<String> shown = new ArrayList<>();
        rows.onPlaces((row, top) -> shown.add(row.number() + " below " + top.map(TraceEvent::number).orElse(0L)));
        trail.follow(OWN);
        takeTurns();

        assertEquals(Set.of(1L, 2L, 4L, 5L), rows.marksProperty().get());
        assertEquals("SAY left at 10:00:00.001, the host numbered it 12 at 10:00:00.500 (its clock),"
                + " it came back at 10:00:00.004.", trail.storyProperty().get());
        assertEquals(List.of(Set.of(new Subject(0, 3, 2))), followed);
        assertEquals(List.of("2 below 1"), shown);
        assertEquals("SAY · 40 bytes at byte 0 of line-1, out", bytes.headingProperty().get());
    }

    @Test
    void aHostTellsWhenItCameAndWhenItLeft() {
        frame(Direction.IN, "SAY", 0, 40, new Subject(0, 3, 2));
        frame(Direction.IN, "SAY", 0, 40, new Subject(0, 3, 7));
        frame(Direction.OUT, "ENTRY", 0, 80, new Subject(12, 3, 2));
        log.append("line-2", new Framed(Direction.OUT, "ENTRY", Layer.WIRE, new Span(0, 80), "",
                new Subject(12, 3, 2)));
        TrailViewModel host = trail(true);
        host.follow(new Spoken(12, 3, 2, false, MORNING.plusMillis(1)));
        takeTurns();
        assertEquals("SAY came in at 10:00:00.000 over line-1, it was numbered 12 at 10:00:00.001,"
                + " ENTRY left 2 times, from 10:00:00.002 to 10:00:00.003.", host.storyProperty().get());
    }

    @Test
    void whatNoFrameIsKnownOfIsSaid() {
        conversation();
        trail.follow(new Spoken(99, 99, 1, false, MORNING));
        takeTurns();
        assertEquals(
                "The log knows no frame of this message: nobody was there to get one,"
                        + " or it went as plain lines, or the frames are no longer kept.",
                trail.storyProperty().get());
    }

    @Test
    void markedRowsAreShownWhateverTheFilterSaysAndGoWithTheMark() {
        conversation();
        rows.filterProperty().set(LogFilter.ALL.withKind(LogFilter.Kind.FRAMES));
        assertEquals(List.of(2L, 5L, 6L), numbers());
        trail.follow(OWN);
        takeTurns();
        assertEquals(List.of(1L, 2L, 4L, 5L, 6L), numbers());
        rows.filterProperty().set(LogFilter.ALL.withDirection(java.util.Optional.of(Direction.OUT)));
        assertEquals(List.of(1L, 2L, 3L, 4L, 5L), numbers());
        trail.forget();
        assertEquals(List.of(1L, 2L, 3L), numbers());
        assertEquals("", trail.storyProperty().get());
        assertEquals(Set.of(), followed.getLast());
    }

    @Test
    void markedRowsComeBackThoughTheyWereClearedAway() {
        conversation();
        rows.clear();
        call(SocketCall.WRITE, 50, 10);
        takeTurns();
        trail.follow(OWN);
        takeTurns();
        assertEquals(List.of(1L, 2L, 4L, 5L, 7L), numbers());
        trail.forget();
        assertEquals(List.of(7L), numbers());
    }

    @Test
    void aRowTellsTheMessagesItCarried() {
        conversation();
        trail.choose(event(4));
        takeTurns();
        assertEquals(List.of(Set.of(new Subject(0, 3, 2), new Subject(0, 9, 1))), carried);
        assertEquals("read · 160 bytes at byte 0 of line-1, in", bytes.headingProperty().get());
        trail.choose(event(2));
        takeTurns();
        assertEquals(Set.of(new Subject(0, 3, 2)), carried.getLast());
        trail.choose(event(3));
        takeTurns();
        assertEquals(Set.of(), carried.getLast());
    }

    @Test
    void aRowOfTheMessageFollowedKeepsItAndAnyOtherEndsThat() {
        conversation();
        trail.follow(OWN);
        takeTurns();
        trail.choose(event(5));
        takeTurns();
        assertEquals(4, rows.marksProperty().get().size());
        trail.choose(event(6));
        takeTurns();
        assertEquals(Set.of(), rows.marksProperty().get());
        assertEquals("", trail.storyProperty().get());
    }

    @Test
    void ofTwoQuestionsOnlyTheLastIsAnswered() {
        conversation();
        trail.choose(event(2));
        trail.choose(event(6));
        takeTurns();
        assertEquals(List.of(Set.of(new Subject(0, 9, 1))), carried);
    }

    @Test
    void aMessageFollowedBeforeTheLogIsOpenIsShownWhenItIs() {
        IntStream.range(0, 3 * LogViewModel.TURN).forEach(i -> call(SocketCall.WRITE, 1_000 + i, 1));
        List<Integer> shown = new ArrayList<>();
        rows.onPlaces((row, _) -> shown.add(rows.indexOf(row).orElse(-1)));
        frame(Direction.OUT, "SAY", 0, 40, new Subject(0, 3, 2));
        trail.follow(OWN);
        takeTurns();
        assertEquals(List.of(), shown);
        rows.start();
        takeTurns();
        assertEquals(List.of(3 * LogViewModel.TURN), shown);
    }

    @Test
    void inAFullLogTheRowsShownAreNotAskedAboutAgain() {
        IntStream.range(0, 99_994).forEach(i -> call(SocketCall.WRITE, 1_000 + i, 1));
        conversation();
        int[] changes = {0};
        rows.rows().addListener((javafx.collections.ListChangeListener<TraceEvent>) _ -> changes[0]++);
        trail.follow(OWN);
        takeTurns();
        assertEquals(0, changes[0]);
        assertTrue(rows.marksProperty().get().size() == 4);
    }
}
