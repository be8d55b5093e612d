package tincan.ui.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tincan.text.Text;
import tincan.trace.Label;
import tincan.trace.Layer;
import tincan.trace.Span;
import tincan.trace.Subject;
import tincan.trace.TraceEvent.Moved;
import tincan.trace.Direction;
import tincan.trace.EventLog;
import tincan.trace.SocketCall;
import tincan.trace.TraceEvent;
import tincan.trace.TraceEvent.Called;
import tincan.trace.TraceEvent.Datagram;
import tincan.trace.TraceEvent.Failed;
import tincan.trace.TraceEvent.Framed;

class LogViewModelTest {
    private static final int CAPACITY = 100_000;

    private final EventLog log = new EventLog(CAPACITY, InstantSource.fixed(Instant.parse("2026-11-21T09:41:00Z")));
    private final Deque<Runnable> turns = new ArrayDeque<>();
    private final LogViewModel model = new LogViewModel(log, CAPACITY, Text.in(Locale.ENGLISH), ZoneOffset.UTC,
            turns::add);

    private void takeTurns() {
        for (Runnable turn = turns.poll(); turn != null; turn = turns.poll()) {
            turn.run();
        }
    }

    private void traffic() {
        log.append("listener", new Called(SocketCall.LISTEN, 0, Duration.ofNanos(12_000), "0.0.0.0:8462"));
        log.append("line-1", new Moved(SocketCall.READ, 0, new Span(0, 48), Duration.ofMillis(1_500)));
        log.append("line-1", new Framed(Direction.IN, "SAY", Layer.WIRE, new Span(0, 48),
                "{\"id\":1,\n\"text\":\"hello\"}", Subject.NONE));
        log.append("line-2", new Moved(SocketCall.WRITE, 0, new Span(0, 61), Duration.ofNanos(2_340_000)));
        log.append("line-2", new Failed(SocketCall.WRITE, 0, Duration.ZERO, "Broken pipe"));
        takeTurns();
    }

    private List<Long> numbers() {
        return model.rows().stream().map(TraceEvent::number).toList();
    }

    @Test
    void aRowSaysWhatHappened() {
        model.start();
        traffic();

        List<String> lines = model.rows().stream().map(model.words()::line).toList();

        assertEquals(List.of(
                "09:41:00.000\tlistener\t--\tlisten\t0\t12 µs\t0.0.0.0:8462  ·  lets connections come in",
                "09:41:00.000\tline-1\t<<\tread\t48\t1.5 s\tbytes taken from the connection",
                "09:41:00.000\tline-1\t<<\tSAY\t48\t\t{\"id\":1,\\n\"text\":\"hello\"}",
                "09:41:00.000\tline-2\t>>\twrite\t61\t2.3 ms\tbytes handed to the connection",
                "09:41:00.000\tline-2\t>>\twrite\t0\t\tfailed: Broken pipe"), lines);
        assertEquals(List.of("listener", "line-1", "line-2"), model.connections());
    }

    @Test
    void ofADatagramItSaysWhatItIsIfThatIsKnown() {
        model.start();
        InetSocketAddress peer = new InetSocketAddress("10.9.0.2", 50_412);
        for (Label label : List.of(new Label("VOICE", 2, 17), Label.NONE)) {
            log.append("voice", new Datagram(SocketCall.SEND_TO, 0, new Span(0, 48), Duration.ofNanos(12_000), peer,
                    label));
        }
        takeTurns();

        assertEquals(List.of("10.9.0.2:50412  ·  VOICE 17 of member 2  ·  a datagram handed to the system",
                "10.9.0.2:50412  ·  a datagram handed to the system"),
                model.rows().stream().map(model.words()::meaning).toList());
    }

    @Test
    void eachFilterLeavesWhatFits() {
        model.start();
        traffic();

        model.filterProperty().set(LogFilter.ALL.withConnection(Optional.of("line-1")));
        assertEquals(List.of(2L, 3L), numbers());
        model.filterProperty().set(LogFilter.ALL.withDirection(Optional.of(Direction.OUT)));
        assertEquals(List.of(4L, 5L), numbers());
        model.filterProperty().set(LogFilter.ALL.withKind(LogFilter.Kind.FRAMES));
        assertEquals(List.of(3L), numbers());
        model.filterProperty().set(LogFilter.ALL.withWords(" BROKEN pipe"));
        assertEquals(List.of(5L), numbers());
        assertEquals("1 of 5 events", model.statusProperty().get());
        model.filterProperty().set(LogFilter.ALL);
        assertEquals(List.of(1L, 2L, 3L, 4L, 5L), numbers());
    }

    @Test
    void whatComesLaterIsFilteredToo() {
        model.start();
        model.filterProperty().set(LogFilter.ALL.withKind(LogFilter.Kind.FRAMES));
        traffic();
        assertEquals(List.of(3L), numbers());
    }

    private void probe(TraceEvent.What... happened) {
        for (TraceEvent.What what : happened) {
            log.append("line-1", what);
        }
        takeTurns();
    }

    private static Moved read(int bytes) {
        return new Moved(SocketCall.READ, 0, new Span(0, bytes), Duration.ZERO);
    }

    private static Framed ping() {
        return new Framed(Direction.IN, "PING", Layer.WIRE, new Span(0, 12), "", Subject.NONE);
    }

    @Test
    void probesAreHiddenUntilAskedFor() {
        model.start();
        probe(read(12), ping());
        traffic();

        assertEquals(List.of(3L, 4L, 5L, 6L, 7L), numbers());
        assertEquals("5 events", model.statusProperty().get());
        model.filterProperty().set(LogFilter.ALL);
        assertEquals(List.of(1L, 2L, 3L, 4L, 5L, 6L, 7L), numbers());
        assertEquals("7 events", model.statusProperty().get());
        model.filterProperty().set(LogFilter.USUAL.withDirection(Optional.of(Direction.OUT)));
        assertEquals("2 of 5 events", model.statusProperty().get());
    }

    @Test
    void aCallThatTurnsOutToBeAProbeLaterGoesThen() {
        model.start();
        probe(read(12));
        assertEquals(List.of(1L), numbers());
        log.append("line-2", new Moved(SocketCall.WRITE, 0, new Span(0, 61), Duration.ZERO));
        probe(ping());
        assertEquals(List.of(2L), numbers());
        assertEquals("1 event", model.statusProperty().get());
    }

    @Test
    void probesClearedAwayAreNotCounted() {
        model.start();
        probe(read(12), ping(), read(12));
        model.clear();
        probe(ping(), read(48));
        assertEquals(List.of(5L), numbers());
        assertEquals("1 event", model.statusProperty().get());
    }

    @Test
    void aPausedViewStandsStillAndCatchesUp() {
        model.start();
        model.pausedProperty().set(true);
        traffic();
        assertEquals(List.of(), numbers());
        model.pausedProperty().set(false);
        takeTurns();
        assertEquals(List.of(1L, 2L, 3L, 4L, 5L), numbers());
    }

    @Test
    void aClearedViewShowsOnlyWhatComesAfter() {
        model.start();
        traffic();
        model.clear();
        assertEquals("no events", model.statusProperty().get());
        traffic();
        assertEquals(List.of(6L, 7L, 8L, 9L, 10L), numbers());
    }

    @Test
    void aClosedViewTakesNothingMore() {
        model.start();
        takeTurns();
        model.close();
        traffic();
        assertEquals(List.of(), numbers());
    }

    @Test
    void aMillionEventsCostBoundedTurnsAndMemory() {
        model.start();
        int[] largest = {0};
        model.rows().addListener((javafx.collections.ListChangeListener<TraceEvent>) change -> {
            while (change.next()) {
                largest[0] = Math.max(largest[0], change.getAddedSize());
            }
        });
        Framed frame = new Framed(Direction.IN, "SAID", Layer.WIRE, new Span(0, 100), "hello", Subject.NONE);
        int most = 0;
        for (int i = 1; i <= 1_000_000; i++) {
            log.append("line-1", frame);
            if (i % 3_000 == 0) {
                takeTurns();
                most = Math.max(most, model.rows().size());
            }
            assertTrue(turns.size() <= 1, "turns that wait");
        }
        takeTurns();

        assertTrue(largest[0] <= LogViewModel.TURN, "events in one change: " + largest[0]);
        assertTrue(most <= CAPACITY, "rows kept: " + most);
        assertEquals(1_000_000, model.rows().getLast().number());
    }

    /// Nobody could choose from so many, and a recording may have been made to have them.
    @Test
    void ofVeryManyConnectionsTheFirstAreNamed() {
        model.start();
        for (int i = 0; i < 20_000; i++) {
            log.append("line-" + i, new TraceEvent.Note("n"));
        }
        takeTurns();
        assertEquals(500, model.connections().size());
        assertEquals(20_000, model.rows().size());
    }

    @Test
    void whatTheRingLostUnseenIsTold() {
        EventLog small = new EventLog(10, InstantSource.system());
        LogViewModel slow = new LogViewModel(small, 10, Text.in(Locale.ENGLISH), ZoneOffset.UTC, turns::add);
        slow.start();
        for (int i = 0; i < 25; i++) {
            small.append("line-1", new TraceEvent.Note("n"));
        }
        takeTurns();
        assertEquals("10 events, 15 older ones are gone", slow.statusProperty().get());
    }
}
