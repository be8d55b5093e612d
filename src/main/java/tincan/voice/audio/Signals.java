package tincan.voice.audio;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// What is played over what is heard: at most one tone and one clip. Any thread may ask for one; the loudspeaker's adds
/// them to its frames.
final class Signals {
    private final AtomicReference<@Nullable Sounding> tone = new AtomicReference<>();
    private final AtomicReference<@Nullable Playing> clip = new AtomicReference<>();

    /// A tone and how far it is. The position is the loudspeaker's thread's.
    private static final class Sounding {
        private final short[] samples;
        private int position;

        Sounding(short[] samples) {
            this.samples = samples;
        }

        boolean over() {
            return position >= samples.length;
        }

        void add(short[] frame) {
            Pcm.add(samples, position, frame);
            position += frame.length;
        }
    }

    private record Playing(Clip clip, Runnable over) {}

    void tone(Tone wanted) {
        tone.set(new Sounding(wanted.samples()));
    }

    /// Whether a tone still sounds.
    boolean hasTone() {
        return tone.get() != null;
    }

    void play(Clip wanted, Runnable over) {
        ended(clip.getAndSet(new Playing(wanted, over)));
    }

    void stop() {
        ended(clip.getAndSet(null));
    }

    void add(short[] frame) {
        addClip(frame);
        Sounding now = tone.get();
        if (now != null) {
            now.add(frame);
            if (now.over()) {
                tone.compareAndSet(now, null);
            }
        }
    }

    private void addClip(short[] frame) {
        Playing now = clip.get();
        if (now == null) {
            return;
        }
        short[] part = new short[frame.length];
        if (now.clip().next(part)) {
            Pcm.add(part, 0, frame);
        } else if (clip.compareAndSet(now, null)) {
            now.over().run();
        }
    }

    private static void ended(@Nullable Playing playing) {
        if (playing != null) {
            playing.over().run();
        }
    }
}
