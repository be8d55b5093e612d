package tincan.voice.audio;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/// A microphone that is open and kept warm, since opening one takes longer than a syllable, and sends only while its
/// person talks. It goes on without a device, and says so.
public final class Microphone implements AutoCloseable {
    /// How much of what was recorded before a talk may go with it, and after it.
    public static final Duration ROLL = Duration.ofMillis(200);

    /// So many frames of exact zeros are no quiet room: 1.5 s.
    private static final int SILENT_FRAMES = 150;

    private final Sound sound;
    private final Frames frames;
    private final LongSupplier clock;
    private final DeviceThread thread;
    private final TalkGate gate = new TalkGate();
    private final Meter meter = new Meter();
    /// Owner: the thread.
    private int zeros;

    /// Opens nothing yet.
    public Microphone(Sound sound, Frames frames, SoundTroubles troubles) {
        this(sound, frames, troubles, System::nanoTime);
    }

    /// @param clock in nanoseconds, never going back
    Microphone(Sound sound, Frames frames, SoundTroubles troubles, LongSupplier clock) {
        this.sound = sound;
        this.frames = frames;
        this.clock = clock;
        this.thread = new DeviceThread("microphone", new Capture(), troubles);
    }

    /// Opens it, on a thread of its own, and again whenever it is lost.
    public void start() {
        thread.start();
    }

    /// A talk begins, with the last [#ROLL] that were recorded and not sent, from the first sound in them on.
    public void talk() {
        talk(ROLL);
    }

    /// The same with less from before.
    ///
    /// @param preRoll how much of what was recorded before goes with it, at most [#ROLL]
    public void talk(Duration preRoll) {
        talk(preRoll, Duration.ZERO);
    }

    /// The same with silence at first, in which something sounds that is not to be sent.
    ///
    /// @param silent how long it is silence, at most [#ROLL]
    public void talk(Duration preRoll, Duration silent) {
        gate.talk(frames(preRoll), frames(silent));
    }

    /// The talk ends after [#ROLL] more.
    public void hush() {
        hush(ROLL);
    }

    /// The same with less after it.
    ///
    /// @param tail how much more goes with it, at most [#ROLL]; with none the talk ends with a frame of silence
    public void hush(Duration tail) {
        gate.hush(frames(tail));
    }

    private static int frames(Duration time) {
        return (int) (Math.min(time.toNanos(), ROLL.toNanos()) / Pcm.FRAME_NANOS);
    }

    /// The loudest sample of the last 100 ms, in dBFS, also while nothing is sent.
    public double level() {
        return meter.level();
    }

    /// What keeps it from working now.
    public Optional<Trouble> trouble() {
        return thread.trouble();
    }

    /// Ends soon, as [#close].
    public void end() {
        thread.end();
    }

    /// Ends. A talk is not ended with a frame of its own.
    @Override
    public void close() {
        thread.close();
    }

    /// All on the thread.
    private final class Capture implements DeviceThread.Work {
        @Override
        public void use() throws DeviceLost, InterruptedException {
            zeros = 0;
            try (AudioSource source = sound.openMicrophone()) {
                read(source);
            }
        }

        private void read(AudioSource source) throws DeviceLost, InterruptedException {
            Backlog backlog = new Backlog();
            while (thread.goesOn()) {
                short[] frame = new short[Pcm.FRAME];
                source.read(frame);
                recorded(frame, source.restsSilent());
                if (backlog.grows(clock.getAsLong())) {
                    source.flush();
                    backlog.restart();
                    interrupted();
                }
            }
        }

        private void recorded(short[] frame, boolean restsSilent) {
            meter.heard(frame);
            zeros = Pcm.peak(frame) > Pcm.SILENCE || restsSilent ? 0 : Math.min(zeros + 1, SILENT_FRAMES);
            thread.works(zeros == SILENT_FRAMES ? Trouble.SILENT : null);
            gate.recorded(frame).forEach(each -> each.to(frames));
        }

        private void interrupted() {
            gate.interrupted().forEach(each -> each.to(frames));
        }

        @Override
        public void rest(Duration time) throws InterruptedException {
            meter.rest();
            interrupted();
            Thread.sleep(time);
        }
    }
}
