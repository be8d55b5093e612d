package tincan.session;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import tincan.voice.audio.AudioSink;
import tincan.voice.audio.AudioSource;
import tincan.voice.audio.DeviceLost;
import tincan.voice.audio.Sound;

/// Devices of a sound server that hangs: the microphone is not closed before a test lets it be.
final class HangingSound implements Sound {
    private static final long PATIENCE_SECONDS = 30;

    private final HeldSound steady = HeldSound.silent();
    private final Semaphore opened = new Semaphore(0);
    private final CountDownLatch hangs = new CountDownLatch(1);
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    void awaitOpened() throws InterruptedException {
        if (!opened.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("the microphone was not opened");
        }
    }

    void recover() {
        hangs.countDown();
    }

    /// How many microphones were open at once.
    int most() {
        return most.get();
    }

    @Override
    public AudioSource openMicrophone() {
        most.accumulateAndGet(open.incrementAndGet(), Math::max);
        opened.release();
        AudioSource source = steady.openMicrophone();
        return new AudioSource() {
            @Override
            public void read(short[] frame) throws DeviceLost, InterruptedException {
                source.read(frame);
            }

            @Override
            public boolean restsSilent() {
                return true;
            }

            @Override
            public void close() {
                awaitRecovery();
                open.decrementAndGet();
            }
        };
    }

    /// Whoever interrupts it is not heard.
    private void awaitRecovery() {
        boolean interrupted = Thread.interrupted();
        while (hangs.getCount() > 0) {
            try {
                hangs.await();
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public AudioSink openLoudspeaker(int bufferMillis) {
        return steady.openLoudspeaker(bufferMillis);
    }
}
