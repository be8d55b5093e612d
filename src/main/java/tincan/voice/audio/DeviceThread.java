package tincan.voice.audio;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The thread of a microphone or a loudspeaker: uses the device, and tries again, more and more seldom, when it is
/// lost. It is one of the system's, of the highest priority: a virtual thread would wait behind any work that does
/// not block.
final class DeviceThread implements AutoCloseable {
    private static final Duration FIRST_WAIT = Duration.ofMillis(250);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(4);
    private static final Duration CLOSING = Duration.ofSeconds(2);

    private final Thread thread;
    private final Work work;
    private final SoundTroubles troubles;
    private volatile boolean closing;
    private volatile @Nullable Trouble trouble;
    /// Owner: the thread.
    private Duration wait = FIRST_WAIT;

    /// What is done with the device. All on the thread.
    interface Work {

        /// Opens the device and uses it until it is lost or [DeviceThread#goesOn] no more; it is opened again at once
        /// if this returns.
        void use() throws DeviceLost, InterruptedException;

        /// Passes the time without a device.
        void rest(Duration time) throws InterruptedException;
    }

    @SuppressWarnings("ThreadPriorityCheck") // on some systems it does nothing; where it does, fewer gaps are heard
    DeviceThread(String name, Work work, SoundTroubles troubles) {
        this.work = work;
        this.troubles = troubles;
        this.thread = Thread.ofPlatform().daemon().name(name).priority(Thread.MAX_PRIORITY).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    boolean goesOn() {
        return !closing;
    }

    /// The device moved a frame. To be called by the work.
    ///
    /// @param but what is wrong with it all the same
    void works(@Nullable Trouble but) {
        wait = FIRST_WAIT;
        tell(but);
    }

    private void tell(@Nullable Trouble now) {
        if (trouble != now) {
            trouble = now;
            troubles.soundTrouble(Optional.ofNullable(now));
        }
    }

    Optional<Trouble> trouble() {
        return Optional.ofNullable(trouble);
    }

    private void run() {
        try {
            while (!closing) {
                useOrWait();
            }
        } catch (InterruptedException _) {
            // closed
        }
    }

    private void useOrWait() throws InterruptedException {
        try {
            work.use();
        } catch (DeviceLost e) {
            rest(e.trouble());
        } catch (RuntimeException e) {
            report(e);
            rest(Trouble.LOST);
        }
    }

    private void rest(Trouble because) throws InterruptedException {
        Duration now = wait;
        wait = longer(now);
        try {
            tell(because);
            work.rest(now);
        } catch (RuntimeException e) {
            report(e);
            Thread.sleep(now);
        }
    }

    /// A fault in what is done with the sound must not leave a person deaf or dumb for the rest of the session.
    private void report(RuntimeException fault) {
        thread.getUncaughtExceptionHandler().uncaughtException(thread, fault);
    }

    private static Duration longer(Duration wait) {
        Duration twice = wait.multipliedBy(2);
        return twice.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : twice;
    }

    /// Ends soon, with the device closed.
    void end() {
        closing = true;
        thread.interrupt();
    }

    /// Ends, with the device closed. Waits for that, but not for long: a sound server that hangs must not hold anybody.
    @Override
    public void close() {
        end();
        if (Thread.currentThread().equals(thread) || thread.getState() == Thread.State.NEW) {
            return;
        }
        try {
            thread.join(CLOSING);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
