package tincan.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tincan.net.TcpCounts;
import tincan.room.Entry;
import tincan.secure.Code;
import tincan.text.Text;
import tincan.trace.ByteStream;
import tincan.trace.Direction;
import tincan.trace.Ends;
import tincan.trace.EventLog;
import tincan.trace.Layer;
import tincan.trace.Span;
import tincan.trace.Ties;
import tincan.trace.TraceEvent;
import tincan.trace.TraceEvent.Framed;
import tincan.trace.TraceEvent.Moved;

/// Two hundred messages between two ends on this computer: what the events say is what happened.
@Timeout(120)
final class AccountingTest {
    private static final int MESSAGES = 100;
    private static final int ALL = 1_000_000;

    private final EventLog hostLog = EventLog.usual();
    private final EventLog guestLog = EventLog.usual();
    private final Ear hostEar = new Ear();
    private final Ear guestEar = new Ear();
    private HostSession host;
    private GuestSession guest;

    @AfterEach
    void leave() {
        guest.leave();
        host.leave();
    }

    private void talk(Privacy privacy) throws Exception {
        host = new HostSession(HostOptions.open("Ada", "Both ends", 0, Text.in(Locale.ENGLISH)).onLoopback()
                .withPrivacy(privacy), hostLog);
        host.start(hostEar);
        GuestOptions options = new GuestOptions(new PeerAddress("127.0.0.1", host.port(), ""), "Bob");
        Optional<Code> code = host.controls().flatMap(HostControls::code).flatMap(Code::parse);
        guest = new GuestSession(
                code.map(options::withCode).orElse(options.withAccess(GuestOptions.Access.OPEN)), guestLog);
        guest.start(guestEar);
        for (int i = 0; i < MESSAGES; i++) {
            guest.say("from the guest, number " + i);
            host.say("from the host, number " + i + " " + "x".repeat(i * 20));
        }
        guestEar.await(SessionEvent.Progress.class, now -> now.deliveredThrough() >= MESSAGES, "the guest's last");
        hostEar.await(SessionEvent.Progress.class, now -> now.deliveredThrough() >= MESSAGES, "the host's last");
    }

    private static String only(EventLog log) {
        Set<String> names = log.connections().keySet();
        assertEquals(1, names.size(), names.toString());
        return names.iterator().next();
    }

    private static List<Span> moved(EventLog log, Direction direction) {
        String name = only(log);
        return log.since(0, ALL).stream()
                .filter(event -> event.connection().equals(name) && event.direction() == direction)
                .map(TraceEvent::what).filter(Moved.class::isInstance).map(what -> ((Moved) what).span())
                .filter(span -> span.bytes() > 0).toList();
    }

    /// They follow each other without a hole.
    private static long sum(List<Span> spans) {
        long at = 0;
        for (Span span : spans) {
            assertEquals(at, span.from(), "a hole in the stream");
            at = span.end();
        }
        return at;
    }

    /// Waits until nothing is on its way, as it is between two probes, and the system has counted the same.
    private void awaitAgreement(Ends guests) throws Exception {
        Settled.await(() -> agree(guests), hostLog, guestLog);
    }

    private boolean agree(Ends guests) throws IOException {
        long there = sum(moved(hostLog, Direction.IN));
        long back = sum(moved(guestLog, Direction.IN));
        return there == sum(moved(guestLog, Direction.OUT)) && back == sum(moved(hostLog, Direction.OUT))
                && TcpCounts.of(guests).map(new TcpCounts(there, back)::equals).orElse(true);
    }

    private static byte[] bytes(EventLog log, Direction direction, Layer layer, long count) {
        return log.payload().of(new ByteStream(only(log), direction, layer), new Span(0, (int) count)).bytes();
    }

    @ParameterizedTest
    @EnumSource(value = Privacy.class, names = {"OPEN", "CODE"})
    void everyByteThatLeftOneEndIsAccountedForAtTheOther(Privacy privacy) throws Exception {
        talk(privacy);
        Ends near = guestLog.ends(only(guestLog)).orElseThrow();
        assertTrue(near.faces(hostLog.ends(only(hostLog)).orElseThrow()), near.toString());
        awaitAgreement(near);
        long there = sum(moved(hostLog, Direction.IN));
        long back = sum(moved(guestLog, Direction.IN));
        assertArrayEquals(bytes(guestLog, Direction.OUT, Layer.WIRE, there),
                bytes(hostLog, Direction.IN, Layer.WIRE, there));
        assertArrayEquals(bytes(hostLog, Direction.OUT, Layer.WIRE, back),
                bytes(guestLog, Direction.IN, Layer.WIRE, back));
        assertEquals(there, bytes(guestLog, Direction.OUT, Layer.WIRE, there).length);
    }

    @ParameterizedTest
    @EnumSource(value = Privacy.class, names = {"OPEN", "CODE"})
    void everyFrameIsTiedToTheCallsThatCarriedItAndEveryMessageToItsFrames(Privacy privacy) throws Exception {
        talk(privacy);
        guest.leave();
        host.leave();
        for (EventLog log : List.of(hostLog, guestLog)) {
            List<TraceEvent> events = log.since(0, ALL);
            Ties ties = new Ties(events);
            for (TraceEvent event : events) {
                if (event.what() instanceof Framed framed) {
                    List<TraceEvent> tied = ties.of(event);
                    assertTrue(tied.stream().anyMatch(one -> one.what() instanceof Moved), () -> event + " " + tied);
                    assertTrue(framed.layer() == Layer.WIRE
                            || tied.stream().anyMatch(one -> one.what() instanceof TraceEvent.Sealed), event::toString);
                }
            }
        }
        Map<Long, Long> entries = guestEar.events().stream().filter(SessionEvent.Arrived.class::isInstance)
                .map(event -> ((SessionEvent.Arrived) event).entry())
                .filter(entry -> entry.body() instanceof Entry.Said)
                .collect(Collectors.toMap(Entry::seq, entry -> ((Entry.Said) entry.body()).id()));
        assertEquals(2 * MESSAGES, entries.size());
        Ties atGuest = new Ties(guestLog.since(0, ALL));
        entries.keySet().forEach(seq -> assertEquals(1, atGuest.ofEntry(seq).size(), "entry " + seq));
        assertEquals(1, atGuest.ofText(1).size());
    }

    @Test
    void everyCallThatBeganEndsOnce() throws Exception {
        talk(Privacy.OPEN);
        guest.leave();
        host.leave();
        Settled.awaitEndOfCalls(hostLog, guestLog);
    }
}
