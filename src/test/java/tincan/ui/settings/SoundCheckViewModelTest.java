package tincan.ui.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tincan.text.Text;
import tincan.ui.NoSound;
import tincan.ui.settings.SoundCheckViewModel.Doing;
import tincan.voice.audio.AudioSink;
import tincan.voice.audio.AudioSource;
import tincan.voice.audio.LoopedSound;
import tincan.voice.audio.Sound;

@Timeout(60)
final class SoundCheckViewModelTest {
    private final BlockingQueue<Runnable> window = new LinkedBlockingQueue<>();
    private Sound sound = new NoSound();
    private final SoundCheckViewModel check = new SoundCheckViewModel(() -> sound, Text.in(Locale.ENGLISH),
            window::add, Thread::startVirtualThread);

    @AfterEach
    void close() {
        check.close();
    }

    private void await(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            Runnable next = window.poll(20, TimeUnit.SECONDS);
            assertNotNull(next, check.wordsProperty().get());
            next.run();
        }
    }

    @Test
    void withoutAMicrophoneItSaysSoAndCanBeStopped() throws InterruptedException {
        check.record();
        assertEquals(Doing.RECORDING, check.doingProperty().get());
        await(() -> check.wordsProperty().get().startsWith("There is no microphone."));
        check.record();

        assertEquals(Doing.NOTHING, check.doingProperty().get());
        assertEquals("", check.wordsProperty().get());
    }

    @Test
    void whatIsRecordedIsPlayedAndThenItIsOver() throws InterruptedException {
        sound = new QuickSound(new CountDownLatch(1), new CountDownLatch(1));
        check.record();
        await(() -> check.doingProperty().get() == Doing.PLAYING);
        await(() -> check.doingProperty().get() == Doing.NOTHING);

        assertTrue(check.wordsProperty().get().startsWith("That was it."), check.wordsProperty().get());
    }

    @Test
    void withoutDevicesNothingIsMeasured() throws InterruptedException {
        check.measure();
        assertEquals(Doing.MEASURING, check.doingProperty().get());
        check.record();
        await(() -> check.doingProperty().get() == Doing.NOTHING);

        assertEquals("There is no microphone, or no loudspeaker.", check.wordsProperty().get());
    }

    @Test
    void whoLeavesHearsNoMoreChirps() throws InterruptedException {
        LoopedSound looped = new LoopedSound(0, 60);
        sound = looped;
        check.measure();
        looped.awaitStill();
        check.close();

        // less than a measurement waits for its devices by itself
        assertTrue(looped.closed().await(10, TimeUnit.SECONDS), "microphone and loudspeaker are let go");
        assertEquals(Doing.NOTHING, check.doingProperty().get());
    }

    @Test
    void whoLeavesIsRecordedNoMore() throws InterruptedException {
        LoopedSound looped = new LoopedSound(0, 60);
        sound = looped;
        check.record();
        looped.awaitStill();
        check.close();

        assertTrue(looped.closed().await(10, TimeUnit.SECONDS), "microphone and loudspeaker are let go");
        assertEquals(Doing.NOTHING, check.doingProperty().get());
    }

    @Test
    void theMicrophoneIsOpenWhileItsLevelIsShownAndNoLonger() throws InterruptedException {
        CountDownLatch opened = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        sound = new QuickSound(opened, closed);
        check.listen();
        assertEquals(Doing.LISTENING, check.doingProperty().get());
        check.record();
        assertEquals(Doing.LISTENING, check.doingProperty().get());
        assertTrue(opened.await(20, TimeUnit.SECONDS));
        while (check.level() == 0) {
            Thread.onSpinWait();
        }
        assertEquals(1, closed.getCount());
        check.close();

        assertTrue(closed.await(20, TimeUnit.SECONDS));
        assertEquals(0, check.level());
    }

    @Test
    void withoutAMicrophoneThereIsNoLevelToShow() throws InterruptedException {
        check.listen();
        await(() -> check.wordsProperty().get().startsWith("There is no microphone."));
        check.listen();

        assertEquals(Doing.NOTHING, check.doingProperty().get());
        assertEquals("", check.wordsProperty().get());
    }

    /// Silence that keeps no time.
    ///
    /// @param opened is told when the microphone is
    /// @param closed the same
    private record QuickSound(CountDownLatch opened, CountDownLatch closed) implements Sound {
        @Override
        public AudioSource openMicrophone() {
            opened.countDown();
            return new AudioSource() {
                @Override
                public void read(short[] frame) {
                    Arrays.fill(frame, (short) 1);
                }

                @Override
                public void close() {
                    closed.countDown();
                }
            };
        }

        @Override
        public AudioSink openLoudspeaker(int bufferMillis) {
            return new AudioSink() {
                @Override
                public void write(short[] frame) {
                    // nobody hears it
                }

                @Override
                public void close() {
                    // nothing is open
                }
            };
        }
    }
}
