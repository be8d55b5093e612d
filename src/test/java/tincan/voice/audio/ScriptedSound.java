package tincan.voice.audio;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Devices in the hands of a test: the microphone hears a frame when the test says so, the loudspeaker plays one when
/// the test takes it, and either is lost when the test says so.
final class ScriptedSound implements Sound {
    private static final long PATIENCE_SECONDS = 30;

    private final BlockingQueue<Object> spoken = new LinkedBlockingQueue<>();
    private final Semaphore listening = new Semaphore(0);
    private final BlockingQueue<short[]> played = new LinkedBlockingQueue<>();
    private final BlockingQueue<Object> room = new LinkedBlockingQueue<>();
    private final Queue<Trouble> refusals = new ArrayDeque<>();
    private final List<Integer> buffers = new CopyOnWriteArrayList<>();
    private final Semaphore flushes = new Semaphore(0);
    private volatile int underruns;

    /// The next openings fail so.
    synchronized void refuse(Trouble... troubles) {
        refusals.addAll(List.of(troubles));
    }

    private synchronized void perhapsRefuse() throws DeviceLost {
        Trouble trouble = refusals.poll();
        if (trouble != null) {
            throw new DeviceLost(trouble);
        }
    }

    /// A frame that is `value` all along.
    static short[] frame(int value) {
        short[] frame = new short[Pcm.FRAME];
        Arrays.fill(frame, (short) value);
        return frame;
    }

    /// The microphone hears a frame of `value`. Returns when it was dealt with.
    void speak(int value) throws InterruptedException {
        awaitListening();
        spoken.add(frame(value));
        awaitListening();
        listening.release();
    }

    /// The same for many.
    void speak(int from, int count) throws InterruptedException {
        for (int i = 0; i < count; i++) {
            speak(from + i);
        }
    }

    private void awaitListening() throws InterruptedException {
        if (!listening.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("nobody reads the microphone");
        }
    }

    void loseMicrophone(Trouble trouble) throws InterruptedException {
        awaitListening();
        spoken.add(trouble);
    }

    int flushes() {
        return flushes.availablePermits();
    }

    /// What the loudspeaker plays next.
    short[] played() throws InterruptedException {
        room.add(true);
        short[] frame = played.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (frame == null) {
            throw new AssertionError("nothing is played");
        }
        return frame;
    }

    void loseLoudspeaker(Trouble trouble) {
        room.add(trouble);
    }

    /// The loudspeaker has run empty so often since it was opened.
    void underruns(int count) {
        underruns = count;
    }

    /// The buffers with which the loudspeaker was opened.
    List<Integer> buffers() {
        return List.copyOf(buffers);
    }

    @Override
    public AudioSource openMicrophone() throws DeviceLost {
        perhapsRefuse();
        return new AudioSource() {
            @Override
            public void read(short[] frame) throws DeviceLost, InterruptedException {
                listening.release();
                switch (spoken.take()) {
                    case Trouble trouble -> throw new DeviceLost(trouble);
                    case Object heard -> System.arraycopy(heard, 0, frame, 0, frame.length);
                }
            }

            @Override
            public void flush() {
                flushes.release();
            }

            @Override
            public void close() {
                // nothing is held
            }
        };
    }

    @Override
    public AudioSink openLoudspeaker(int bufferMillis) throws DeviceLost {
        perhapsRefuse();
        buffers.add(bufferMillis);
        underruns = 0;
        return new AudioSink() {
            @Override
            public void write(short[] frame) throws DeviceLost, InterruptedException {
                if (room.take() instanceof Trouble trouble) {
                    throw new DeviceLost(trouble);
                }
                played.add(frame.clone());
            }

            @Override
            public int underruns() {
                return underruns;
            }

            @Override
            public void close() {
                // nothing is held
            }
        };
    }
}
