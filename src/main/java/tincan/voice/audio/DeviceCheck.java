package tincan.voice.audio;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// Records five seconds and plays them, so that a person hears what others would. Any thread may ask how far it is.
public final class DeviceCheck implements AutoCloseable {
    /// How long it records.
    public static final Duration LENGTH = Duration.ofSeconds(5);

    private static final int FRAMES = (int) (LENGTH.toNanos() / Pcm.FRAME_NANOS);

    private final short[][] recorded = new short[FRAMES][];
    /// The frames before it are there to be read.
    private final AtomicInteger frames = new AtomicInteger();
    private final AtomicInteger played = new AtomicInteger();
    private final Microphone microphone;
    private final Loudspeaker loudspeaker;
    private final Runnable changed;

    /// How far it is.
    public enum Stage {
        RECORDING, PLAYING, OVER
    }

    /// Opens nothing yet.
    ///
    /// @param changed called when the stage or a trouble is another, on a thread of the sound's
    public DeviceCheck(Sound sound, Runnable changed) {
        this.changed = changed;
        this.microphone = new Microphone(sound, this::record, _ -> changed.run());
        this.loudspeaker = new Loudspeaker(sound, this::play, _ -> changed.run());
    }

    public void start() {
        microphone.talk(Duration.ZERO);
        microphone.start();
        loudspeaker.start();
    }

    private void record(short[] frame, boolean first, boolean last) {
        int next = frames.get();
        if (next < FRAMES) {
            recorded[next] = frame;
            if (frames.incrementAndGet() == FRAMES) {
                changed.run();
            }
        }
    }

    private void play(short[] frame, long nowNanos) {
        int next = played.get();
        if (frames.get() == FRAMES && next < FRAMES) {
            Pcm.add(recorded[next], 0, frame);
            if (played.incrementAndGet() == FRAMES) {
                changed.run();
            }
        }
    }

    public Stage stage() {
        if (frames.get() < FRAMES) {
            return Stage.RECORDING;
        }
        return played.get() < FRAMES ? Stage.PLAYING : Stage.OVER;
    }

    /// How much of the stage is done, from 0 to 1.
    public double progress() {
        return (double) (stage() == Stage.RECORDING ? frames : played).get() / FRAMES;
    }

    /// Of what is recorded or played now, in dBFS.
    public double level() {
        return stage() == Stage.RECORDING ? microphone.level() : loudspeaker.level();
    }

    /// What keeps the microphone from working now.
    public Optional<Trouble> microphoneTrouble() {
        return microphone.trouble();
    }

    /// What keeps the loudspeaker from working now.
    public Optional<Trouble> loudspeakerTrouble() {
        return loudspeaker.trouble();
    }

    @Override
    public void close() {
        microphone.close();
        loudspeaker.close();
    }
}
