package tincan.session;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import tincan.voice.audio.AudioSink;
import tincan.voice.audio.AudioSource;
import tincan.voice.audio.Pcm;
import tincan.voice.audio.Sound;

/// A microphone that is silent until a test lets somebody speak, and a loudspeaker that remembers. Both keep the pace
/// of devices.
final class HeldSound implements Sound {
    private static final int REST = 100;

    private final short[] speech;
    private final List<short[]> said = new ArrayList<>();
    private final List<short[]> heard = new ArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile boolean speaking;

    HeldSound(short[] speech) {
        this.speech = speech;
    }

    static HeldSound silent() {
        return new HeldSound(new short[0]);
    }

    /// Waits until the microphone and the loudspeaker have moved so many frames more.
    void awaitFrames(int count) {
        await(said, count);
        await(heard, count);
    }

    private static void await(List<short[]> frames, int count) {
        for (int wanted = size(frames) + count; size(frames) < wanted;) {
            LockSupport.parkNanos(Pcm.FRAME_NANOS);
        }
    }

    private static int size(List<short[]> frames) {
        synchronized (frames) {
            return frames.size();
        }
    }

    /// Lets somebody speak, from the next frame on.
    void speak() {
        speaking = true;
    }

    /// Waits until all is said, and a second more.
    void awaitSaid() throws InterruptedException {
        if (!over.await(60, TimeUnit.SECONDS)) {
            throw new AssertionError("it was never said");
        }
    }

    short[] said() {
        return joined(said);
    }

    short[] heard() {
        return joined(heard);
    }

    private static short[] joined(List<short[]> frames) {
        synchronized (frames) {
            short[] all = new short[frames.size() * Pcm.FRAME];
            for (int i = 0; i < frames.size(); i++) {
                System.arraycopy(frames.get(i), 0, all, i * Pcm.FRAME, Pcm.FRAME);
            }
            return all;
        }
    }

    /// Keeps time.
    private static final class Metronome {
        private long next = System.nanoTime();

        void await() {
            next += Pcm.FRAME_NANOS;
            for (long left = next - System.nanoTime(); left > 0; left = next - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
        }
    }

    @Override
    public AudioSource openMicrophone() {
        return new AudioSource() {
            private final Metronome metronome = new Metronome();
            private int at;
            private int rest = REST;

            @Override
            public void read(short[] frame) {
                metronome.await();
                if (speaking && at + Pcm.FRAME <= speech.length) {
                    System.arraycopy(speech, at, frame, 0, Pcm.FRAME);
                    at += Pcm.FRAME;
                } else if (speaking && --rest == 0) {
                    over.countDown();
                }
                synchronized (said) {
                    said.add(frame.clone());
                }
            }

            @Override
            public boolean restsSilent() {
                return true;
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public AudioSink openLoudspeaker(int bufferMillis) {
        return new AudioSink() {
            private final Metronome metronome = new Metronome();

            @Override
            public void write(short[] frame) {
                metronome.await();
                synchronized (heard) {
                    heard.add(frame.clone());
                }
            }

            @Override
            public void close() {}
        };
    }
}
