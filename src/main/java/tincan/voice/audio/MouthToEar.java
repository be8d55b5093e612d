package tincan.voice.audio;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// How long sound takes through the devices: chirps are given to the loudspeaker and looked for in the microphone. It
/// is all of the way from mouth to ear but the codec, the network and the jitter buffer, and 3 ms for each metre of air.
public final class MouthToEar implements AutoCloseable {
    private static final int CHIRPS = 5;
    /// Few may be lost in other sounds.
    private static final int FOUND = 3;
    private static final int WARM_FRAMES = 50;
    private static final int APART_FRAMES = 70;
    private static final int FRAMES = WARM_FRAMES + CHIRPS * APART_FRAMES;
    /// The longest way that is looked for, in samples.
    private static final int FARTHEST = 600 * Pcm.RATE / 1000;
    private static final long PATIENCE_SECONDS = 15;

    private final Sound sound;
    private final LongSupplier clock;
    private final Chirp chirp = new Chirp();
    private final short[] shape = chirp.samples();
    private final CountDownLatch heard = new CountDownLatch(1);

    /// Owner: the loudspeaker's thread until it is closed.
    private final List<Long> begins = new ArrayList<>();
    /// Owner: the same.
    private int played;
    /// Owner: the microphone's thread until it is closed.
    private final short[] recorded = new short[FRAMES * Pcm.FRAME];
    /// Owner: the same. When each frame came.
    private final long[] arrivals = new long[FRAMES];
    /// Owner: the same.
    private int frames;
    private volatile @Nullable Trouble trouble;
    private volatile boolean closed;

    public MouthToEar(Sound sound) {
        this(sound, System::nanoTime);
    }

    /// @param clock in nanoseconds, never going back
    MouthToEar(Sound sound, LongSupplier clock) {
        this.sound = sound;
        this.clock = clock;
    }

    /// Takes some five seconds, and can be heard. To be called once.
    ///
    /// @return the median; empty if the microphone does not hear the loudspeaker, or it was closed meanwhile
    /// @throws DeviceLost if one of them does not work, or both
    public Optional<Duration> measure() throws DeviceLost, InterruptedException {
        boolean whole = !closed && listen();
        Trouble wrong = trouble;
        if (closed) {
            return Optional.empty();
        }
        if (wrong != null || !whole) {
            throw new DeviceLost(wrong == null ? Trouble.LOST : wrong);
        }
        return median();
    }

    /// Whether all was heard. Returns with the devices closed.
    private boolean listen() throws InterruptedException {
        try (Microphone microphone = new Microphone(sound, this::record, this::troubled);
                Loudspeaker loudspeaker = new Loudspeaker(sound, this::play, this::troubled)) {
            microphone.talk(Duration.ZERO);
            microphone.start();
            loudspeaker.start();
            return heard.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
    }

    /// It is no longer wanted: it falls silent at once. Any thread.
    @Override
    public void close() {
        closed = true;
        heard.countDown();
    }

    private void troubled(Optional<Trouble> now) {
        // a quiet room may be exactly silent between the chirps
        if (now.isPresent() && now.get() != Trouble.SILENT) {
            trouble = now.get();
            heard.countDown();
        }
    }

    private void play(short[] frame, long nowNanos) {
        int into = played - WARM_FRAMES;
        if (into >= 0) {
            int offset = into % APART_FRAMES * Pcm.FRAME;
            if (offset == 0) {
                begins.add(clock.getAsLong());
            }
            if (offset < shape.length) {
                Pcm.add(shape, offset, frame);
            }
        }
        played++;
    }

    private void record(short[] frame, boolean first, boolean last) {
        if (frames < FRAMES) {
            arrivals[frames] = clock.getAsLong();
            System.arraycopy(frame, 0, recorded, frames * Pcm.FRAME, Pcm.FRAME);
            frames++;
        } else {
            heard.countDown();
        }
    }

    private Optional<Duration> median() {
        List<Long> found = new ArrayList<>();
        for (long begin : begins) {
            int from = after(begin) * Pcm.FRAME;
            OptionalInt place = chirp.find(recorded, from - Pcm.FRAME, from + FARTHEST);
            if (place.isPresent()) {
                found.add(spoken(place.getAsInt()) - begin);
            }
        }
        if (found.size() < FOUND) {
            return Optional.empty();
        }
        found.sort(Long::compare);
        return Optional.of(Duration.ofNanos(found.get(found.size() / 2)));
    }

    /// The first frame that came after a time.
    private int after(long nanos) {
        int frame = 0;
        while (frame < FRAMES && arrivals[frame] - nanos < 0) {
            frame++;
        }
        return frame;
    }

    /// When the frame that begins with a sample would have come: later than the sample's own by what lies before it.
    private long spoken(int sample) {
        return arrivals[sample / Pcm.FRAME] + sample % Pcm.FRAME * Pcm.FRAME_NANOS / Pcm.FRAME;
    }
}
