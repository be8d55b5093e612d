package tincan.voice.audio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class MicrophoneTest {
    private static final long PATIENCE_SECONDS = 30;
    /// Loud enough to be worth sending from before a talk.
    private static final int LOUD = 1_000;

    private final ScriptedSound sound = new ScriptedSound();
    private final List<String> sent = new CopyOnWriteArrayList<>();
    private final BlockingQueue<Optional<Trouble>> troubles = new LinkedBlockingQueue<>();
    private final AtomicLong now = new AtomicLong();
    private final Microphone microphone = new Microphone(sound, this::take, troubles::add, now::get);

    private void take(short[] frame, boolean first, boolean last) {
        sent.add((first ? "first " : "") + frame[0] + (last ? " last" : ""));
    }

    @AfterEach
    void close() {
        microphone.close();
    }

    @Test
    void nothingIsSentUntilItsPersonTalks() throws InterruptedException {
        microphone.start();
        sound.speak(LOUD, 30);
        assertEquals(List.of(), sent);
    }

    @Test
    void theLast200MillisecondsGoWithATalkSoThatNoSyllableIsCut() throws InterruptedException {
        microphone.start();
        sound.speak(LOUD, 30);
        microphone.talk();
        sound.speak(LOUD + 30);
        assertEquals(talk(LOUD + 10, LOUD + 30), sent);
    }

    @Test
    void quietBeforeTheFirstSoundIsNotWorthItsDelay() throws InterruptedException {
        microphone.start();
        sound.speak(1, 18);
        sound.speak(LOUD);
        sound.speak(5);
        microphone.talk();
        sound.speak(6);
        assertEquals(List.of("first " + LOUD, "5", "6"), sent);
    }

    @Test
    void ofAQuietMicrophoneTheFirstSyllableIsKeptAndTheRoomIsNot() throws InterruptedException {
        microphone.start();
        for (int i = 0; i < 100; i++) {
            sound.speak(9 + i % 2);
        }
        sound.speak(40, 4);
        sound.speak(11);
        microphone.talk();
        sound.speak(50);
        assertEquals(List.of("first 40", "41", "42", "43", "11", "50"), sent);
    }

    @Test
    void ofAQuietRoomAloneNothingIsWorthItsDelay() throws InterruptedException {
        microphone.start();
        for (int i = 0; i < 100; i++) {
            sound.speak(9 + i % 2);
        }
        microphone.talk();
        sound.speak(50);
        assertEquals(List.of("first 50"), sent);
    }

    @Test
    void ofAnOpenMicrophoneNothingIsHeardFromBefore() throws InterruptedException {
        microphone.start();
        sound.speak(LOUD, 5);
        microphone.talk(Duration.ZERO);
        sound.speak(2_000, 2);
        assertEquals(List.of("first 2000", "2001"), sent);
    }

    @Test
    void aTalkEnds200MillisecondsLater() throws InterruptedException {
        microphone.start();
        microphone.talk();
        sound.speak(LOUD);
        microphone.hush();
        sound.speak(2_000, 25);
        List<String> expected = new ArrayList<>(List.of("first " + LOUD));
        IntStream.range(2_000, 2_019).forEach(value -> expected.add(Integer.toString(value)));
        expected.add("2019 last");
        assertEquals(expected, sent);
    }

    @Test
    void whatIsMutedEndsInSilenceAtOnce() throws InterruptedException {
        microphone.start();
        microphone.talk();
        sound.speak(LOUD);
        microphone.hush(Duration.ZERO);
        sound.speak(2_000, 3);
        assertEquals(List.of("first " + LOUD, "0 last"), sent);
    }

    @Test
    void aTalkWithinTheTailOfAnotherIsATalkOfItsOwnAndNothingIsSentTwice() throws InterruptedException {
        microphone.start();
        microphone.talk();
        sound.speak(LOUD);
        microphone.hush();
        sound.speak(2_000, 2);
        microphone.talk();
        sound.speak(3_000, 2);
        assertEquals(List.of("first " + LOUD, "2000", "2001", "0 last", "first 3000", "3001"), sent);
    }

    @Test
    void aPressThatIsOverBeforeTheNextFrameSendsNothing() throws InterruptedException {
        microphone.start();
        microphone.talk();
        microphone.hush();
        sound.speak(LOUD, 3);
        assertEquals(List.of(), sent);
    }

    @Test
    void aLostMicrophoneIsToldAndOpenedAgainWhileItsPersonTalks() throws InterruptedException {
        microphone.start();
        microphone.talk();
        sound.speak(LOUD);
        sound.refuse(Trouble.SERVER_GONE, Trouble.BUSY);
        sound.loseMicrophone(Trouble.LOST);
        assertEquals(Optional.of(Trouble.LOST), told());
        assertEquals(Optional.of(Trouble.SERVER_GONE), told());
        assertEquals(Optional.of(Trouble.BUSY), told());
        sound.speak(2_000);
        assertEquals(Optional.empty(), told());
        assertEquals(Optional.empty(), microphone.trouble());
        assertEquals(List.of("first " + LOUD, "0 last", "first 2000"), sent);
    }

    @Test
    void aTalkThatEndsWhenTheMicrophoneIsLostDoesNotBeginAgain() throws InterruptedException {
        microphone.start();
        microphone.talk();
        sound.speak(LOUD);
        microphone.hush();
        sound.loseMicrophone(Trouble.LOST);
        sound.speak(2_000, 2);
        assertEquals(List.of("first " + LOUD, "0 last"), sent);
    }

    @Test
    void aBacklogThatIsThrownAwayEndsABurstAndTheTalkGoesOnInAnother() throws InterruptedException {
        microphone.start();
        inTime(1, 100);
        microphone.talk(Duration.ZERO);
        now.addAndGet(65_000_000);
        for (int i = 0; sound.flushes() == 0; i++) {
            inTime(LOUD + i, 1);
        }
        inTime(3_000, 1);
        inTime(3_001, 1);
        assertEquals(List.of("0 last", "first 3000", "3001"), sent.subList(sent.size() - 3, sent.size()));
        assertEquals(1, sent.stream().filter(each -> each.endsWith("last")).count());
    }

    @Test
    void whatSoundsWhileATalkBeginsIsSilencedAndWhatWasSaidBeforeIsNot() throws InterruptedException {
        microphone.start();
        sound.speak(LOUD, 5);
        microphone.talk(Duration.ofMillis(20), Duration.ofMillis(30));
        sound.speak(2_000, 5);
        assertEquals(List.of("first 1003", "1004", "0", "0", "0", "2003", "2004"), sent);
    }

    @Test
    void aFaultWhereItsSoundGoesIsTroubleAndDoesNotEndIt() throws InterruptedException {
        AtomicLong faults = new AtomicLong(1);
        try (Microphone other = new Microphone(sound, (frame, first, last) -> {
            if (faults.getAndDecrement() > 0) {
                throw new IllegalStateException("a fault that this test makes");
            }
            take(frame, first, last);
        }, troubles::add)) {
            other.talk();
            other.start();
            sound.speak(LOUD);
            assertEquals(Optional.of(Trouble.LOST), told());
            sound.speak(2_000);
            assertEquals(Optional.empty(), told());
            assertEquals("first 2000", sent.getLast());
        }
    }

    @Test
    void whatWasRecordedBeforeAGapDoesNotGoWithATalkBehindIt() throws InterruptedException {
        microphone.start();
        sound.speak(LOUD, 5);
        sound.loseMicrophone(Trouble.LOST);
        sound.speak(2_000);
        microphone.talk();
        sound.speak(2_001);
        assertEquals(List.of("first 2000", "2001"), sent);
    }

    @Test
    void exactSilenceIsToldAsTroubleAfterOneAndAHalfSecondsAndAnySoundEndsIt() throws InterruptedException {
        microphone.start();
        for (int i = 0; i < 149; i++) {
            sound.speak(0);
        }
        assertEquals(Optional.empty(), microphone.trouble());
        sound.speak(0, 1);
        assertEquals(Optional.of(Trouble.SILENT), told());
        sound.speak(1);
        assertEquals(Optional.empty(), told());
    }

    @Test
    void aBacklogOfMoreThan60MillisecondsIsThrownAway() throws InterruptedException {
        microphone.start();
        inTime(LOUD, 100);
        now.addAndGet(55_000_000);
        inTime(LOUD, 100);
        assertEquals(0, sound.flushes());
        now.addAndGet(10_000_000);
        inTime(LOUD, 100);
        assertEquals(1, sound.flushes());
    }

    @Test
    void aDeviceWhoseClockIsSlowHasNoBacklog() throws InterruptedException {
        microphone.start();
        for (int i = 0; i < 3_000; i++) {
            now.addAndGet(Pcm.FRAME_NANOS + 30_000); // 3 in a thousand: 90 ms in all
            sound.speak(LOUD);
        }
        assertEquals(0, sound.flushes());
    }

    @Test
    void theLevelIsThatOfTheLast100Milliseconds() throws InterruptedException {
        microphone.start();
        sound.speak(-16_384);
        sound.speak(10, 9);
        assertEquals(-6.02, microphone.level(), 0.01);
        sound.speak(16);
        assertEquals(-65.1, microphone.level(), 1.5);
    }

    @Test
    void itsThreadIsOneOfTheSystemsAndOfTheHighestPriority() throws InterruptedException {
        Set<Thread> others = Thread.getAllStackTraces().keySet();
        microphone.start();
        sound.speak(1);
        Thread thread = Thread.getAllStackTraces().keySet().stream()
                .filter(each -> each.getName().equals("microphone") && !others.contains(each)).findFirst()
                .orElseThrow();
        assertEquals(Thread.MAX_PRIORITY, thread.getPriority());
        microphone.close();
        assertTrue(thread.join(Duration.ofSeconds(PATIENCE_SECONDS)), "it ends when it is closed");
    }

    private void inTime(int value, int count) throws InterruptedException {
        for (int i = 0; i < count; i++) {
            now.addAndGet(Pcm.FRAME_NANOS);
            sound.speak(value);
        }
    }

    private static List<String> talk(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(value -> (value == from ? "first " : "") + value).toList();
    }

    private Optional<Trouble> told() throws InterruptedException {
        Optional<Trouble> told = troubles.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (told == null) {
            throw new AssertionError("nothing was told");
        }
        return told;
    }
}
