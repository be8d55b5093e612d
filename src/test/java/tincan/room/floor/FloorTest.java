package tincan.room.floor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tincan.room.floor.FloorMessage.Cancel;
import tincan.room.floor.FloorMessage.Denied;
import tincan.room.floor.FloorMessage.Granted;
import tincan.room.floor.FloorMessage.Queued;
import tincan.room.floor.FloorMessage.Release;
import tincan.room.floor.FloorMessage.Renew;
import tincan.room.floor.FloorMessage.Request;
import tincan.room.floor.FloorMessage.Revoked;
import tincan.wire.Frame;

/// What the simulation cannot name one by one.
class FloorTest {
    private static final int HOST = 1;
    private static final int ADA = 2;
    private static final int BOB = 3;
    private static final int CY = 4;
    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final long LIMIT = 30 * SECOND;
    /// Clocks of this kind may stand anywhere, and pass the largest number there is.
    private static final long START = Long.MAX_VALUE - SECOND;

    private final Floor floor = new Floor(HOST, LIMIT, 6);

    FloorTest() {
        floor.mode(true, START);
    }

    @Test
    void inChatThereIsNothingToAskFor() {
        floor.mode(false, START);
        assertEquals(List.of(new Floor.Tell(ADA, new Denied(1, Denial.CHAT))), ask(ADA, 1, 0));
    }

    @Test
    void whoAsksFirstGetsItUnderTheNextNumberAndTheOthersTheirPlaces() {
        assertEquals(new Floor.Tell(ADA, new Granted(7, 1, 1500, 30_000)), ask(ADA, 1, 0).getFirst());
        assertEquals(List.of(new Floor.Tell(BOB, new Queued(5, 1))), ask(BOB, 5, 0));
        assertEquals(List.of(new Floor.Tell(CY, new Queued(3, 2))), ask(CY, 3, 0));
        assertTrue(floor.holds(ADA, 7));
        assertFalse(floor.holds(BOB, 7));
        assertFalse(floor.holds(ADA, 6));
    }

    @Test
    void whoGivesItAwayGivesItToTheOneWhoWaits() {
        ask(ADA, 1, 0);
        ask(BOB, 5, 0);
        ask(CY, 3, 0);
        List<Floor.Effect> effects = floor.heard(ADA, new Release(7), START + SECOND);
        assertTrue(effects.contains(new Floor.Tell(BOB, new Granted(8, 5, 1500, 30_000))), effects::toString);
        assertTrue(effects.contains(new Floor.Tell(CY, new Queued(3, 1))), effects::toString);
        assertEquals(BOB, floor.holder());
    }

    @Test
    void eightMayWait() {
        ask(ADA, 1, 0);
        IntStream.range(0, Floor.QUEUE).forEach(i -> ask(10 + i, 1, 0));
        assertEquals(List.of(new Floor.Tell(BOB, new Denied(5, Denial.QUEUE_FULL))), ask(BOB, 5, 0));
        floor.heard(10, new Cancel(1), START);
        assertEquals(List.of(new Floor.Tell(BOB, new Queued(6, Floor.QUEUE))), ask(BOB, 6, 0));
    }

    @Test
    void whoAsksAgainKeepsItsPlaceWithItsNewPress() {
        ask(ADA, 1, 0);
        ask(BOB, 5, 0);
        ask(CY, 3, 0);
        assertEquals(List.of(new Floor.Tell(BOB, new Queued(6, 1))), ask(BOB, 6, 0));
        assertEquals(List.of(), floor.heard(BOB, new Cancel(5), START), "a press that is over");
        assertEquals(1, floor.position(BOB));
    }

    @Test
    void aLeaseThatIsNotRenewedRunsOutWithItsMargin() {
        ask(ADA, 1, 0);
        floor.heard(ADA, new Renew(7, 1), START + SECOND);
        long over = START + SECOND + Timing.LEASE + Timing.MARGIN;
        floor.tick(over - 1);
        assertEquals(ADA, floor.holder());
        List<Floor.Effect> effects = floor.tick(over);
        assertTrue(effects.contains(new Floor.Tell(ADA, new Revoked(7, Revocation.LEASE))), effects::toString);
        assertEquals(0, floor.holder());
        assertEquals(OptionalLong.empty(), floor.untilDue(over));
    }

    @Test
    void aLostConnectionFreesItAtOnce() {
        ask(ADA, 1, 0);
        ask(BOB, 5, 0);
        floor.lost(ADA, START + 1);
        assertEquals(BOB, floor.holder());
    }

    @Test
    void aTurnEndsAtItsLimitAndItsHolderStandsBackIfOthersWait() {
        ask(ADA, 1, 0);
        ask(BOB, 5, 0);
        List<Floor.Effect> effects = keep(ADA, 7, LIMIT);
        assertTrue(effects.contains(new Floor.Tell(ADA, new Revoked(7, Revocation.LIMIT))), effects::toString);
        assertEquals(0, floor.holder(), "until it has certainly stopped");
        floor.heard(ADA, new Release(7), START + LIMIT);
        assertEquals(BOB, floor.holder());
        assertEquals(List.of(new Floor.Tell(ADA, new Denied(2, Denial.PENALTY))), ask(ADA, 2, LIMIT + SECOND - 1));
        assertEquals(List.of(new Floor.Tell(ADA, new Queued(3, 1))), ask(ADA, 3, LIMIT + SECOND));
    }

    @Test
    void nobodyStandsBackForNobody() {
        ask(ADA, 1, 0);
        keep(ADA, 7, LIMIT);
        floor.heard(ADA, new Release(7), START + LIMIT);
        assertEquals(new Floor.Tell(ADA, new Granted(8, 2, 1500, 30_000)), ask(ADA, 2, LIMIT).getFirst());
    }

    @Test
    void aVoiceThatFallsSilentLosesIt() {
        ask(ADA, 1, 0);
        floor.voiceHeard(ADA, 7, START);
        floor.voiceHeard(ADA, 7, START + SECOND);
        keep(ADA, 7, 3 * SECOND - 1);
        assertEquals(ADA, floor.holder());
        List<Floor.Effect> effects = floor.tick(START + 3 * SECOND);
        assertTrue(effects.contains(new Floor.Tell(ADA, new Revoked(7, Revocation.SILENCE))), effects::toString);
        assertTrue(effects.contains(new Floor.Spoke(ADA, 7, SECOND)), effects::toString);
    }

    @Test
    void whoTypesMaySayNothingForLong() {
        ask(ADA, 1, 0);
        keep(ADA, 7, 20 * SECOND);
        assertEquals(ADA, floor.holder());
    }

    @Test
    void theHostTakesItBeforeAllWhoWait() {
        ask(ADA, 1, 0);
        ask(BOB, 5, 0);
        List<Floor.Effect> effects = floor.override(9, START);
        assertTrue(effects.contains(new Floor.Tell(ADA, new Revoked(7, Revocation.OVERRIDE))), effects::toString);
        floor.heard(ADA, new Release(7), START + 1);
        assertEquals(HOST, floor.holder());
        assertEquals(1, floor.position(BOB));
    }

    @Test
    void theHostNeedsNoLeaseAndIsWarnedBeforeItsEnd() {
        ask(HOST, 1, 0);
        assertEquals(List.of(new Floor.Warned(Timing.WARNING)), floor.tick(START + LIMIT - Timing.WARNING));
        assertEquals(HOST, floor.holder());
        floor.tick(START + LIMIT);
        assertEquals(0, floor.holder());
    }

    @Test
    void whatOthersSayOfATurnCountsForNothing() {
        ask(ADA, 1, 0);
        floor.heard(BOB, new Release(7), START);
        floor.heard(BOB, new Cancel(1), START);
        floor.voiceHeard(BOB, 7, START);
        assertEquals(ADA, floor.holder());
        assertEquals(List.of(new Floor.Tell(BOB, new Revoked(7, Revocation.LEASE))),
                floor.heard(BOB, new Renew(7, 1), START));
    }

    @Test
    void aHolderThatAsksAgainKeepsItsTurnForItsNewPress() {
        ask(ADA, 1, 0);
        ask(BOB, 5, 0);
        assertEquals(List.of(new Floor.Tell(ADA, new Granted(7, 2, 1500, 29_000))), ask(ADA, 2, SECOND));
        assertEquals(0, floor.position(ADA));
        floor.heard(ADA, new Cancel(1), START + SECOND); // what answers the grant of the press before
        assertTrue(floor.holds(ADA, 7));
        floor.tick(START + SECOND + Timing.LEASE + Timing.MARGIN - 1);
        assertTrue(floor.holds(ADA, 7), "it is a renewal");
        floor.heard(ADA, new Cancel(2), START + 2 * SECOND);
        assertEquals(BOB, floor.holder());
    }

    @Test
    void theHostMayAskTwiceAndGivesTheFloorAwayOnce() {
        ask(HOST, 1, 0);
        ask(HOST, 2, 0);
        floor.heard(HOST, new Cancel(2), START);
        assertEquals(0, floor.occupant());
    }

    @Test
    void aRepeatedRequestChangesNothing() {
        ask(ADA, 1, 0);
        assertEquals(List.of(), ask(ADA, 1, SECOND));
        floor.tick(START + Timing.LEASE + Timing.MARGIN);
        assertEquals(0, floor.holder(), "nobody knows that the answer was lost");
        assertEquals(new Floor.Tell(ADA, new Granted(8, 1, 1500, 30_000)), ask(ADA, 1, 2 * SECOND).getFirst());
    }

    @Test
    void whoWaitsForAnAnswerAsksAgainAndAtOnceAfterItsLostTurn() {
        FloorParticipant ada = key();
        ada.press(START);
        assertEquals(List.of(), ada.tick(START + SECOND - 1));
        assertEquals(OptionalLong.of(1), ada.untilDue(START + SECOND - 1));
        assertEquals(List.of(new FloorParticipant.Send(new Request(1))), ada.tick(START + SECOND));
        assertEquals(List.of(new FloorParticipant.Send(new Request(1))),
                ada.heard(new Revoked(7, Revocation.LEASE), START + SECOND + 1));
        ada.release();
        assertEquals(OptionalLong.empty(), ada.untilDue(START + 9 * SECOND));
    }

    @Test
    void aReasonOfALaterVersionIsARefusalAllTheSame() {
        assertEquals(Optional.of(new Denied(3, Denial.OTHER)), FloorCodec.fromServer(
                Frame.Floor.of("denied").withPress(3).withReason("moon")));
        assertEquals(Optional.of(new Revoked(7, Revocation.OTHER)), FloorCodec.fromServer(
                Frame.Floor.of("revoked").withEpoch(7).withReason("moon")));
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 600, 740, 900, 980})
    void aSlowConnectionKeepsItsTurn(int roundTrip) {
        SlowKey ada = new SlowKey(roundTrip / 2);
        ada.run(0, 3000);
        long epoch = floor.epoch();
        assertTrue(ada.maySpeak(3000));
        ada.run(3000, 13_000);
        assertEquals(epoch, floor.epoch(), "one turn");
        assertTrue(ada.spokeAlways);
    }

    private static FloorParticipant key() {
        FloorParticipant ada = new FloorParticipant();
        ada.mode(true);
        ada.connected();
        return ada;
    }

    /// Ada with a connection that takes so many milliseconds each way.
    private final class SlowKey {
        private final int delay;
        private final FloorParticipant ada = key();
        private final Map<Integer, List<FloorMessage>> coming = new HashMap<>();
        private boolean spokeAlways;

        SlowKey(int delay) {
            this.delay = delay;
            act(ada.press(START), 0);
        }

        void run(int from, int to) {
            spokeAlways = true;
            for (int at = from; at < to; at++) {
                for (FloorMessage message : coming.getOrDefault(at, List.of())) {
                    if (message instanceof FloorMessage.FromServer answer) {
                        act(ada.heard(answer, now(at)), at);
                    } else {
                        serve(floor.heard(ADA, (FloorMessage.FromParticipant) message, now(at)), at);
                    }
                }
                serve(floor.tick(now(at)), at);
                act(ada.tick(now(at)), at);
                spokeAlways &= maySpeak(at);
            }
        }

        boolean maySpeak(int at) {
            return ada.maySpeak(now(at));
        }

        private long now(int at) {
            return START + Duration.ofMillis(at).toNanos();
        }

        private void act(List<FloorParticipant.Effect> effects, int at) {
            for (FloorParticipant.Effect effect : effects) {
                if (effect instanceof FloorParticipant.Send(FloorMessage message)) {
                    carry(message, at);
                }
            }
        }

        private void serve(List<Floor.Effect> effects, int at) {
            for (Floor.Effect effect : effects) {
                if (effect instanceof Floor.Tell(_, FloorMessage message)) {
                    carry(message, at);
                }
            }
        }

        private void carry(FloorMessage message, int at) {
            coming.computeIfAbsent(at + delay, _ -> new ArrayList<>()).add(message);
        }
    }

    private List<Floor.Effect> ask(int member, long press, long after) {
        return floor.heard(member, new Request(press), START + after);
    }

    /// A holder renews, twice a second, until `end`.
    private List<Floor.Effect> keep(int member, long epoch, long end) {
        for (long at = 0; at < end; at += Timing.RENEWAL) {
            floor.heard(member, new Renew(epoch, 1), START + at);
        }
        return floor.tick(START + end);
    }
}
