package tincan.voice.audio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
final class LoudspeakerTest {
    private static final long PATIENCE_SECONDS = 30;
    /// Frames that may have been made before something was asked for.
    private static final int AHEAD = 2;

    private final ScriptedSound sound = new ScriptedSound();
    private final BlockingQueue<Optional<Trouble>> troubles = new LinkedBlockingQueue<>();
    private volatile int heard;
    private volatile CountDownLatch pulls = new CountDownLatch(0);
    private final Loudspeaker loudspeaker = new Loudspeaker(sound, this::pull, troubles::add);

    private void pull(short[] frame, long nowNanos) {
        Arrays.fill(frame, (short) heard);
        pulls.countDown();
    }

    @AfterEach
    void close() {
        loudspeaker.close();
    }

    @Test
    void itPlaysWhatItPulls() throws InterruptedException {
        heard = 7;
        loudspeaker.start();
        assertArrayEquals(ScriptedSound.frame(7), sound.played());
        assertEquals(List.of(20), sound.buffers());
    }

    @ParameterizedTest
    @EnumSource
    void aToneIsPlayedOnceOverWhatIsHeard(Tone tone) throws InterruptedException {
        heard = 100;
        loudspeaker.start();
        loudspeaker.tone(tone);
        short[] samples = tone.samples();
        short[] played = played(samples.length / Pcm.FRAME + AHEAD);
        int begin = 0;
        while (played[begin] == 100) {
            begin++;
        }
        short[] expected = new short[samples.length];
        Arrays.fill(expected, (short) 100);
        Pcm.add(samples, 0, expected);
        int from = begin / Pcm.FRAME * Pcm.FRAME;
        assertArrayEquals(expected, Arrays.copyOfRange(played, from, from + samples.length));
        assertArrayEquals(ScriptedSound.frame(100), sound.played());
    }

    @ParameterizedTest
    @EnumSource
    void aToneIsNeitherLoudNorClicks(Tone tone) {
        short[] samples = tone.samples();
        assertTrue(Pcm.peak(samples) < -11 && Pcm.peak(samples) > -14, "level " + Pcm.peak(samples));
        assertTrue(Math.abs(samples[1]) < 30 && Math.abs(samples[samples.length - 1]) < 30, "its edges");
        assertTrue(samples.length < Pcm.RATE / 3 && samples.length % Pcm.FRAME == 0, "its length");
    }

    @Test
    void whatIsTooLoudTogetherIsCutOff() throws InterruptedException {
        heard = 30_000;
        loudspeaker.play(frame -> {
            Arrays.fill(frame, (short) 30_000);
            return true;
        }, () -> {
        });
        loudspeaker.start();
        assertEquals(Short.MAX_VALUE, sound.played()[0]);
        assertEquals(0, loudspeaker.level(), 0.01);
    }

    @Test
    void aClipIsPlayedToItsEndAndThatIsTold() throws InterruptedException {
        CountDownLatch over = new CountDownLatch(1);
        int[] frames = {2};
        loudspeaker.play(frame -> {
            Arrays.fill(frame, (short) 5);
            return frames[0]-- > 0;
        }, over::countDown);
        loudspeaker.start();
        short[] played = played(3);
        assertEquals(List.of(5, 5, 0), List.of((int) played[0], (int) played[Pcm.FRAME],
                (int) played[2 * Pcm.FRAME]));
        assertTrue(over.await(PATIENCE_SECONDS, TimeUnit.SECONDS));
    }

    @Test
    void anotherClipEndsTheFirstAndStoppingEndsAny() {
        StringBuilder over = new StringBuilder();
        loudspeaker.play(_ -> true, () -> over.append("first "));
        loudspeaker.play(_ -> true, () -> over.append("second "));
        assertEquals("first ", over.toString());
        loudspeaker.stopPlaying();
        loudspeaker.stopPlaying();
        assertEquals("first second ", over.toString());
    }

    @Test
    void withoutADeviceItGoesOnPullingSoThatNothingOldIsHeardLater() throws InterruptedException {
        sound.refuse(Trouble.NO_DEVICE, Trouble.NO_DEVICE);
        pulls = new CountDownLatch(50);
        loudspeaker.start();
        assertEquals(Optional.of(Trouble.NO_DEVICE), told());
        assertTrue(pulls.await(PATIENCE_SECONDS, TimeUnit.SECONDS));
        heard = 9;
        short[] first = sound.played();
        assertEquals(9, first[0]);
        sound.played();
        assertEquals(Optional.empty(), told());
    }

    @Test
    void aLostDeviceIsToldAndOpenedAgain() throws InterruptedException {
        loudspeaker.start();
        sound.played();
        sound.loseLoudspeaker(Trouble.LOST);
        assertEquals(Optional.of(Trouble.LOST), told());
        sound.played();
        sound.played();
        assertEquals(Optional.empty(), told());
        assertEquals(List.of(20, 20), sound.buffers());
    }

    @Test
    void gapsRaiseTheBufferInTwoSteps() throws InterruptedException {
        loudspeaker.start();
        sound.played();
        for (List<Integer> buffers : List.of(List.of(20, 30), List.of(20, 30, 40))) {
            sound.underruns(2);
            sound.played();
            sound.played();
            assertEquals(buffers.size() - 1, sound.buffers().size(), "two are no reason");
            sound.underruns(3);
            playUntilOpened(buffers.size());
            assertEquals(buffers, sound.buffers());
        }
        sound.underruns(100);
        played(5);
        assertEquals(List.of(20, 30, 40), sound.buffers());
    }

    private void playUntilOpened(int times) throws InterruptedException {
        while (sound.buffers().size() < times) {
            sound.played();
        }
        sound.played();
    }

    private short[] played(int frames) throws InterruptedException {
        short[] all = new short[frames * Pcm.FRAME];
        for (int i = 0; i < frames; i++) {
            System.arraycopy(sound.played(), 0, all, i * Pcm.FRAME, Pcm.FRAME);
        }
        return all;
    }

    private Optional<Trouble> told() throws InterruptedException {
        Optional<Trouble> told = troubles.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (told == null) {
            throw new AssertionError("nothing was told");
        }
        return told;
    }
}
