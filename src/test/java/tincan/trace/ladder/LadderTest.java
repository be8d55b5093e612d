package tincan.trace.ladder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tincan.trace.Ends;
import tincan.trace.Label;
import tincan.trace.SocketCall;
import tincan.trace.Span;
import tincan.trace.TraceEvent;
import tincan.trace.TraceEvent.Began;
import tincan.trace.TraceEvent.Called;
import tincan.trace.TraceEvent.Datagram;
import tincan.trace.TraceEvent.Moved;

final class LadderTest {
    private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");
    private static final Duration AHEAD = Duration.ofSeconds(5);
    private static final InetSocketAddress PEER = new InetSocketAddress("10.9.0.2", 50_412);

    /// One end's events, at milliseconds of its own clock.
    private static final class Script {
        private final List<TraceEvent> events = new ArrayList<>();
        private final Duration ahead;

        Script(Duration ahead) {
            this.ahead = ahead;
        }

        Script at(long millis, TraceEvent.What what) {
            events.add(new TraceEvent(events.size() + 1L, START.plusMillis(millis).plus(ahead), "line-1", what));
            return this;
        }

        Script wrote(long millis, long from, int bytes) {
            return at(millis, new Moved(SocketCall.WRITE, 0, new Span(from, bytes), Duration.ZERO));
        }

        Script read(long millis, long from, int bytes) {
            return at(millis, new Moved(SocketCall.READ, 0, new Span(from, bytes), Duration.ZERO));
        }

        Script datagram(long millis, SocketCall call, long from, Label label) {
            return at(millis, new Datagram(call, 0, new Span(from, 100), Duration.ZERO, PEER, label));
        }

        Script called(long millis, SocketCall call) {
            return at(millis, new Called(call, 0, Duration.ZERO, ""));
        }

        View as(Ends.Side side) {
            return new View(events, "line-1", side, ahead);
        }
    }

    private static String shown(Rung.Transfer transfer) {
        return "%s %d+%d %d-%s%s%s%s".formatted(transfer.from(), transfer.span().from(), transfer.span().bytes(),
                millis(transfer.at()), transfer.arrived().map(LadderTest::millis).map(Object::toString).orElse("?"),
                transfer.split() ? " split" : "", transfer.joined() ? " joined" : "",
                transfer.inferred() ? " inferred" : "");
    }

    private static long millis(Instant at) {
        return Duration.between(START, at).toMillis();
    }

    private static List<String> transfers(Ladder ladder) {
        return of(ladder, Rung.Transfer.class).map(LadderTest::shown).toList();
    }

    private static <T> Stream<T> of(Ladder ladder, Class<T> type) {
        return ladder.rungs().stream().filter(type::isInstance).map(type::cast);
    }

    @Test
    void withBothEndsAnArrowGoesFromTheWriteToTheReadByOneClock() {
        Script client = new Script(Duration.ZERO).wrote(10, 0, 100);
        Script server = new Script(AHEAD).read(12, 0, 100);
        Ladder ladder = Ladder.of(client.as(Ends.Side.CLIENT), server.as(Ends.Side.SERVER));
        assertEquals(List.of("CLIENT 0+100 10-12"), transfers(ladder));
        assertTrue(ladder.far());
    }

    @Test
    void aWriteThatIsReadInTwoPartsIsSplitAndTwoWritesThatAreReadAtOnceAreJoined() {
        Script client = new Script(Duration.ZERO).wrote(10, 0, 100).wrote(20, 100, 50).wrote(21, 150, 50);
        Script server = new Script(Duration.ZERO).read(11, 0, 60).read(12, 60, 40).read(25, 100, 100);
        assertEquals(
                List.of("CLIENT 0+60 10-11 split", "CLIENT 60+40 10-12 split", "CLIENT 100+50 20-25 joined",
                        "CLIENT 150+50 21-25 joined"),
                transfers(Ladder.of(server.as(Ends.Side.SERVER), client.as(Ends.Side.CLIENT))));
    }

    @Test
    void aDatagramIsKnownAgainByItsLabel() {
        Script client = new Script(Duration.ZERO).datagram(10, SocketCall.SEND_TO, 0, voice(10))
                .datagram(20, SocketCall.SEND_TO, 100, voice(20)).datagram(30, SocketCall.SEND_TO, 200, Label.NONE);
        Script server = new Script(Duration.ZERO).datagram(22, SocketCall.RECEIVE_FROM, 0, voice(20))
                .datagram(32, SocketCall.RECEIVE_FROM, 100, Label.NONE);
        assertEquals(List.of("CLIENT 0+100 10-?", "CLIENT 100+100 20-22", "CLIENT 200+100 30-32"),
                transfers(Ladder.of(client.as(Ends.Side.CLIENT), server.as(Ends.Side.SERVER))));
    }

    private static Label voice(long number) {
        return new Label("VOICE", 2, number);
    }

    @Test
    void whatNobodyHasReadYetIsUnderWay() {
        Script client = new Script(Duration.ZERO).wrote(10, 0, 100);
        Script server = new Script(Duration.ZERO).read(11, 0, 30);
        assertEquals(List.of("CLIENT 0+30 10-11 split", "CLIENT 30+70 10-?"),
                transfers(Ladder.of(client.as(Ends.Side.CLIENT), server.as(Ends.Side.SERVER))));
    }

    @Test
    void whatOneEndMissedIsInferredFromTheOther() {
        Script client = new Script(Duration.ZERO).wrote(20, 100, 100).wrote(30, 200, 10);
        Script server = new Script(Duration.ZERO).read(11, 0, 50).read(12, 50, 80).read(33, 200, 5).read(40, 210, 7);
        assertEquals(
                List.of("CLIENT 0+50 11-11 inferred", "CLIENT 50+50 12-12 inferred", "CLIENT 100+30 20-12 split joined",
                        "CLIENT 130+70 20-20 inferred", "CLIENT 200+5 30-33 split", "CLIENT 205+5 30-30 inferred",
                        "CLIENT 210+7 40-40 inferred"),
                transfers(Ladder.of(server.as(Ends.Side.SERVER), client.as(Ends.Side.CLIENT))).stream()
                        .sorted(Comparator.comparingInt(LadderTest::place)).toList());
    }

    private static int place(String shown) {
        return Integer.parseInt(shown.substring(shown.indexOf(' ') + 1, shown.indexOf('+')));
    }

    @Test
    void withOneEndTheOtherIsInferred() {
        Script server = new Script(Duration.ZERO).read(11, 0, 30).wrote(12, 0, 40);
        Ladder ladder = Ladder.of(server.as(Ends.Side.SERVER));
        assertEquals(List.of("CLIENT 0+30 11-11 inferred", "SERVER 0+40 12-12 inferred"), transfers(ladder));
        assertFalse(ladder.far());
    }

    @Test
    void aCallThatIsNotOverBlocksUntilNow() {
        Script client = new Script(Duration.ZERO).at(5, new Began(SocketCall.READ, ""));
        client.at(9, new Moved(SocketCall.READ, 1, new Span(0, 10), Duration.ofMillis(4)));
        client.at(9, new Began(SocketCall.READ, ""));
        List<Rung.Blocked> blocked = of(Ladder.of(client.as(Ends.Side.CLIENT)), Rung.Blocked.class).toList();
        assertEquals(
                List.of(new Rung.Blocked(Lane.CLIENT, SocketCall.READ, START.plusMillis(5),
                        Optional.of(START.plusMillis(9))),
                        new Rung.Blocked(Lane.CLIENT, SocketCall.READ, START.plusMillis(9), Optional.empty())),
                blocked);
    }

    @Test
    void statesFollowTheCalls() {
        Script client = new Script(Duration.ZERO).at(1, new Began(SocketCall.CONNECT, "")).called(2, SocketCall.CONNECT)
                .called(10, SocketCall.SHUTDOWN).read(14, 0, 0).called(15, SocketCall.CLOSE);
        Script server = new Script(Duration.ZERO).called(0, SocketCall.LISTEN).called(3, SocketCall.ACCEPT)
                .read(11, 0, 0).called(13, SocketCall.CLOSE);
        Ladder ladder = Ladder.of(client.as(Ends.Side.CLIENT), server.as(Ends.Side.SERVER));
        assertEquals(
                List.of("SERVER LISTEN", "CLIENT SYN_SENT?", "CLIENT ESTABLISHED", "SERVER ESTABLISHED",
                        "CLIENT FIN_WAIT_1?", "SERVER CLOSE_WAIT?", "CLIENT FIN_WAIT_2?", "SERVER LAST_ACK?",
                        "CLIENT TIME_WAIT?", "SERVER CLOSED?"),
                of(ladder, Rung.StateChange.class)
                        .map(change -> change.lane() + " " + change.state() + (change.inferred() ? "?" : "")).toList());
    }
}
