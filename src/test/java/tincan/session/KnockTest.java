package tincan.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tincan.secure.ProofFailed;
import tincan.text.Text;
import tincan.trace.EventLog;
import tincan.wire.Frame;
import tincan.wire.FrameWriter;
import tincan.wire.Refusal;

/// Those who wait at the door of a session without a code, and what they may cost it.
@Timeout(120)
final class KnockTest {
    private final Ear hostEar = new Ear();
    private HostSession host;

    @BeforeEach
    void open() throws SessionFailure {
        host = new HostSession(HostOptions.open("Ada", "t", 0, Text.in(Locale.ENGLISH)).withPrivacy(Privacy.WORDS)
                .onLoopback(), EventLog.off());
        host.start(hostEar);
    }

    @AfterEach
    void leave() {
        host.leave();
    }

    @Test
    void aPingThatComesByteByByteIsCut() throws Exception {
        try (PrivatePeer peer = new PrivatePeer("127.0.0.5", host.port())) {
            peer.knock("Slow");
            long number = knocked("127.0.0.5").number();
            byte[] endless = Arrays.copyOf(new byte[]{0, 0, 15, 0, 10, '{'}, 2000);
            Thread trickling = Thread.ofVirtual().start(() -> peer.trickle(endless));
            over(number);
            trickling.interrupt();
        }
    }

    @Test
    void whoReadsNoAnswerIsCut() throws Exception {
        try (PrivatePeer peer = new PrivatePeer("127.0.0.5", host.port())) {
            peer.knock("Deaf");
            long number = knocked("127.0.0.5").number();
            Thread asking = Thread.ofVirtual().start(() -> peer.flood(FrameWriter.bytes(new Frame.Ping(1))));
            over(number);
            asking.join();
        }
    }

    @Test
    void whoWaitsHearsThatTheSessionEnds() throws Exception {
        try (PrivatePeer peer = new PrivatePeer("127.0.0.5", host.port())) {
            peer.knock("Bob");
            knocked("127.0.0.5");
            Thread asking = Thread.ofVirtual().start(peer::keepAsking);
            host.leave();
            assertTrue(asking.join(Duration.ofSeconds(20)), "it waits at a door that is no more");
        }
    }

    @Test
    void ofOneAddressNoMoreThanTwoWait() throws Exception {
        try (PrivatePeer one = new PrivatePeer("127.0.0.5", host.port());
                PrivatePeer two = new PrivatePeer("127.0.0.5", host.port());
                PrivatePeer three = new PrivatePeer("127.0.0.5", host.port());
                PrivatePeer other = new PrivatePeer("127.0.0.6", host.port())) {
            one.knock("One");
            two.knock("Two");
            hostEar.await(all -> all.stream().filter(SessionEvent.Knocked.class::isInstance).count() == 2,
                    "two knocks");
            three.knock("Three");
            assertEquals(Refusal.BUSY, assertInstanceOf(Frame.Refused.class, three.next()).code());
            other.knock("Other");
            knocked("127.0.0.6");
        }
    }

    /// Somebody in between would do so until the words are those that he needs.
    @Test
    void whoLooksAtItsWordsAndGoesIsToldOfAndMayNotDoSoForLong() throws Exception {
        for (int i = 0; i < WordsLimit.ALL; i++) {
            String from = "127.0.1." + (1 + i / WordsLimit.FOR_ONE_PLACE);
            try (PrivatePeer peer = new PrivatePeer(from, host.port())) {
                assertEquals(3, peer.compare().size());
            }
        }
        hostEar.await(all -> abandoned(all) == WordsLimit.ALL, "all that went");
        try (PrivatePeer peer = new PrivatePeer("127.0.2.1", host.port())) {
            assertThrows(ProofFailed.class, peer::compare);
            assertEquals(Refusal.BUSY, peer.lastRefusal().code());
        }
        assertTrue(hostEar.events().stream().noneMatch(SessionEvent.Knocked.class::isInstance));
    }

    @Test
    void ofOneAddressOnlyAFewSeeTheirWordsAtATime() throws Exception {
        for (int i = 0; i < WordsLimit.FOR_ONE_PLACE; i++) {
            try (PrivatePeer peer = new PrivatePeer("127.0.0.5", host.port())) {
                peer.compare();
            }
        }
        try (PrivatePeer peer = new PrivatePeer("127.0.0.5", host.port());
                PrivatePeer other = new PrivatePeer("127.0.0.6", host.port())) {
            assertThrows(ProofFailed.class, peer::compare);
            assertEquals(Refusal.BUSY, peer.lastRefusal().code());
            assertEquals(3, other.compare().size());
        }
    }

    private static long abandoned(List<SessionEvent> events) {
        return events.stream().filter(event -> event instanceof SessionEvent.TurnedAway away
                && TurnAwayReason.of(away.reason()).equals(Optional.of(TurnAwayReason.ABANDONED))).count();
    }

    private SessionEvent.Knocked knocked(String from) throws InterruptedException {
        return hostEar.await(SessionEvent.Knocked.class, knock -> knock.address().startsWith(from + ":"), "a knock");
    }

    private void over(long number) throws InterruptedException {
        hostEar.await(SessionEvent.KnockOver.class, over -> over.number() == number, "the end of the knock");
    }
}
