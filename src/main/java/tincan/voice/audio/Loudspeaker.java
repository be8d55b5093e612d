package tincan.voice.audio;

import java.time.Duration;
import java.util.Optional;

/// Plays what it is given each 10 ms, with a tone and a clip over it. It goes on without a device, and says so.
public final class Loudspeaker implements AutoCloseable {
    private final Sound sound;
    private final Pull pull;
    private final DeviceThread thread;
    private final Signals signals = new Signals();
    private final Meter meter = new Meter();
    /// Written by the thread alone.
    private volatile int underruns;

    /// Opens nothing yet.
    public Loudspeaker(Sound sound, Pull pull, SoundTroubles troubles) {
        this.sound = sound;
        this.pull = pull;
        this.thread = new DeviceThread("loudspeaker", new Playback(), troubles);
    }

    /// Opens it, on a thread of its own, and again whenever it is lost.
    public void start() {
        thread.start();
    }

    /// Plays a tone at once, instead of one that still sounds.
    public void tone(Tone tone) {
        signals.tone(tone);
    }

    /// Whether a tone still sounds.
    public boolean hasTone() {
        return signals.hasTone();
    }

    /// Plays a clip at once, instead of one that still plays.
    ///
    /// @param over called once when it is over, on the loudspeaker's thread, or stopped, on the thread that stops it
    public void play(Clip clip, Runnable over) {
        signals.play(clip, over);
    }

    /// Stops the clip, if any.
    public void stopPlaying() {
        signals.stop();
    }

    /// The loudest sample of the last 100 ms, in dBFS.
    public double level() {
        return meter.level();
    }

    /// How often it ran empty since it was started.
    public int underruns() {
        return underruns;
    }

    /// What keeps it from working now.
    public Optional<Trouble> trouble() {
        return thread.trouble();
    }

    /// Ends soon, as [#close].
    public void end() {
        thread.end();
    }

    @Override
    public void close() {
        thread.close();
        signals.stop();
    }

    /// All on the thread.
    private final class Playback implements DeviceThread.Work {
        private final PlayBuffer buffer = new PlayBuffer();

        @Override
        public void use() throws DeviceLost, InterruptedException {
            try (AudioSink sink = sound.openLoudspeaker(buffer.millis())) {
                buffer.opened(System.nanoTime());
                int before = underruns;
                while (thread.goesOn()) {
                    long now = System.nanoTime();
                    sink.write(next(now));
                    thread.works(null);
                    underruns = before + sink.underruns();
                    if (buffer.raised(sink.underruns(), now)) {
                        return;
                    }
                }
            }
        }

        private short[] next(long now) {
            short[] frame = new short[Pcm.FRAME];
            pull.pull(frame, now);
            signals.add(frame);
            meter.heard(frame);
            return frame;
        }

        /// Pulls as if it played: who speaks and what is over goes on, and nothing old is heard when the device
        /// is back.
        @Override
        public void rest(Duration time) throws InterruptedException {
            Pace pace = new Pace();
            for (long frames = time.toNanos() / Pcm.FRAME_NANOS; frames > 0 && thread.goesOn(); frames--) {
                next(System.nanoTime());
                pace.await();
            }
        }
    }
}
