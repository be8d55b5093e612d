package tincan.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import tincan.session.PathChooser.Step;

final class PathChooserTest {
    private static final long MILLI = TimeUnit.MILLISECONDS.toNanos(1);

    private PathChooser chooser = new PathChooser(0, true);
    private long now;

    /// Lets time pass, and answers what is asked by the ways that work.
    ///
    /// @return all that was to be done
    private Set<Step> pass(long millis, boolean datagrams, boolean connection) {
        Set<Step> all = EnumSet.noneOf(Step.class);
        for (long end = now + millis * MILLI; now < end; now += 10 * MILLI) {
            Set<Step> steps = chooser.tick(now);
            all.addAll(steps);
            if (datagrams && steps.contains(Step.PING_DATAGRAM)) {
                all.addAll(chooser.datagramAnswered(now + MILLI));
            }
            if (connection && steps.contains(Step.PING_CONNECTION)) {
                chooser.connectionAnswered(now + MILLI);
            }
        }
        return all;
    }

    @Test
    void datagramsThatGetThroughAreTakenAtOnce() {
        assertFalse(pass(5000, true, false).contains(Step.OPEN));
        assertEquals(VoicePath.DATAGRAMS, chooser.path());
    }

    @Test
    void afterTwoSecondsWithoutAnAnswerThereIsAConnection() {
        assertFalse(pass(1990, false, true).contains(Step.OPEN));
        assertEquals(VoicePath.TRYING, chooser.path());

        assertTrue(pass(600, false, true).contains(Step.OPEN));

        assertEquals(VoicePath.CONNECTION, chooser.path());
    }

    @Test
    void datagramsThatGetThroughAgainEndTheConnection() {
        pass(10_000, false, true);

        assertTrue(pass(6000, true, true).contains(Step.CLOSE));

        assertEquals(VoicePath.DATAGRAMS, chooser.path());
    }

    @Test
    void oneAnswerBringsNobodyBackToDatagrams() {
        pass(10_000, false, true);
        chooser.datagramAnswered(now);

        pass(5000, false, true);

        assertEquals(VoicePath.CONNECTION, chooser.path());
    }

    @Test
    void datagramsThatStopAreNotWaitedForLong() {
        pass(5000, true, false);

        assertTrue(pass(5000, false, true).contains(Step.OPEN));

        assertEquals(VoicePath.CONNECTION, chooser.path());
    }

    @Test
    void whoeverTalksIsOnAnotherWayTwoSecondsAfterTheLastAnswer() {
        pass(5010, true, false); // the last one is answered at the end of it

        assertFalse(pass(1700, false, true).contains(Step.OPEN), "one that is lost is no reason");
        assertTrue(pass(600, false, true).contains(Step.OPEN));
        assertEquals(VoicePath.CONNECTION, chooser.path());
    }

    /// Answers every so many pings by datagram while time passes.
    private boolean passWithLoss(int seconds, int answeredOf3) {
        boolean left = false;
        int pings = 0;
        for (long end = now + seconds * 1000 * MILLI; now < end; now += 10 * MILLI) {
            Set<Step> steps = chooser.tick(now);
            if (steps.contains(Step.PING_DATAGRAM) && pings++ % 3 < answeredOf3) {
                chooser.datagramAnswered(now + MILLI);
            }
            if (steps.contains(Step.PING_CONNECTION)) {
                chooser.connectionAnswered(now + MILLI);
            }
            left |= chooser.path() != VoicePath.DATAGRAMS;
        }
        return left;
    }

    @Test
    void datagramsOfWhichMostAreLostAreLeftAndNotComeBackTo() {
        pass(5000, true, false);

        passWithLoss(10, 1);
        assertEquals(VoicePath.CONNECTION, chooser.path());
        passWithLoss(600, 1);
        assertEquals(VoicePath.CONNECTION, chooser.path());
        passWithLoss(600, 2);
        assertEquals(VoicePath.CONNECTION, chooser.path());
    }

    @Test
    void datagramsOfWhichSomeAreLostAreKept() {
        pass(5000, true, false);

        assertFalse(passWithLoss(600, 2));
    }

    @Test
    void aConnectionThatFallsSilentIsMadeAgain() {
        pass(5000, false, true);

        Set<Step> steps = pass(8000, false, false);

        assertTrue(steps.containsAll(Set.of(Step.CLOSE, Step.OPEN)), steps::toString);
        assertEquals(VoicePath.TRYING, chooser.path());
    }

    @Test
    void aConnectionThatCannotBeMadeIsTriedAgainLater() {
        pass(2500, false, false);
        chooser.connectionOver(now);

        assertFalse(pass(1500, false, false).contains(Step.OPEN));
        assertTrue(pass(1500, false, false).contains(Step.OPEN));
    }

    @Test
    void withoutASocketForDatagramsThereIsAConnectionAtOnce() {
        chooser = new PathChooser(0, false);

        assertEquals(Set.of(Step.OPEN, Step.PING_CONNECTION), pass(10, false, true));
        assertEquals(VoicePath.CONNECTION, chooser.path());
        assertEquals(Set.of(Step.PING_CONNECTION), pass(5000, false, true));
    }
}
