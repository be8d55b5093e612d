package tincan.voice.audio;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// A microphone that hears its loudspeaker, some samples later, on a clock of its own: each frame that is played takes
/// 10 ms of it, and is dealt with before the next. It may stand still from some frame on.
public final class LoopedSound implements Sound {
    private final int shift;
    private final int most;
    private final AtomicLong nanos = new AtomicLong();
    private final SynchronousQueue<short[]> air = new SynchronousQueue<>();
    private final Semaphore heard = new Semaphore(0);
    private final AtomicInteger played = new AtomicInteger();
    private final CountDownLatch still = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(2);
    /// The end of what was played before. Owner: the loudspeaker's thread.
    private short[] before;

    /// @param shift how many samples later it is heard
    /// @param most after so many frames it stands still, until it is closed
    public LoopedSound(int shift, int most) {
        this.shift = shift;
        this.most = most;
        this.before = new short[shift];
    }

    /// Its clock.
    long nanos() {
        return nanos.get();
    }

    /// Waits until it stands still.
    public void awaitStill() throws InterruptedException {
        still.await();
    }

    /// Counts down when the microphone, and when the loudspeaker is closed.
    public CountDownLatch closed() {
        return closed;
    }

    private short[] shifted(short[] frame) {
        short[] all = new short[shift + Pcm.FRAME];
        System.arraycopy(before, 0, all, 0, shift);
        System.arraycopy(frame, 0, all, shift, Pcm.FRAME);
        System.arraycopy(all, Pcm.FRAME, before, 0, shift);
        return all;
    }

    @Override
    public AudioSource openMicrophone() {
        return new AudioSource() {
            private boolean first = true;

            @Override
            public void read(short[] frame) throws InterruptedException {
                if (!first) {
                    heard.release();
                }
                first = false;
                System.arraycopy(air.take(), 0, frame, 0, Pcm.FRAME);
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
            public void write(short[] frame) throws InterruptedException {
                if (played.incrementAndGet() > most) {
                    still.countDown();
                    new CountDownLatch(1).await();
                }
                nanos.addAndGet(Pcm.FRAME_NANOS);
                air.put(shifted(frame));
                heard.acquire();
            }

            @Override
            public void close() {
                closed.countDown();
            }
        };
    }
}
