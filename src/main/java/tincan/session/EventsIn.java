package tincan.session;

import java.io.IOException;
import java.time.Duration;
import tincan.room.Rate;
import tincan.trace.EventLog;
import tincan.trace.export.BrokenRecording;
import tincan.trace.export.LiveEnd;
import tincan.wire.BrokenFrame;
import tincan.wire.Farewell;
import tincan.wire.Frame;

/// The host's end of the connection by which a guest shows what it sees. One thread reads it and answers about the
/// clock: the guest always takes that. What comes too fast waits in the network, and the guest leaves events out.
final class EventsIn {
    /// The largest frame: bytes in base64, and what they are.
    static final int FRAME_BYTES = 96 * 1024;
    private static final int KIBI = 1024;
    /// So many lines, or KiB of them, a second.
    private static final Rate RATE = new Rate(8192, Duration.ofSeconds(1), Duration.ZERO);

    private final Line line;
    private final MemberConnection shown;
    private final EventLog clock;
    private final Runnable onClock;
    private final LiveEnd end = new LiveEnd();
    private final Pace pace = new Pace(RATE, System.nanoTime());

    /// @param shown the connection that the guest shows its end of
    /// @param clock has the clock that the guest compares its own with
    /// @param onClock called when it is known better how that end's clock goes
    EventsIn(Line line, MemberConnection shown, EventLog clock, Runnable onClock) {
        this.line = line;
        this.shown = shown;
        this.clock = clock;
        this.onClock = onClock;
    }

    MemberConnection shown() {
        return shown;
    }

    LiveEnd end() {
        return end;
    }

    /// Takes what comes until the connection is over.
    ///
    /// @return whether all of it was what an end sees
    boolean serve(Frame.Welcome welcome) {
        try {
            line.send(welcome);
            do {
                takeFrames();
            } while (line.read());
            return true;
        } catch (BrokenFrame | BrokenRecording e) {
            shown.line.tap().note("what the guest shows was cut: " + e.getMessage());
            sayGoodbye();
            return false;
        } catch (IOException e) {
            return true; // it ended, on purpose or not
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        } finally {
            close();
        }
    }

    private void takeFrames() throws IOException, BrokenFrame, InterruptedException {
        for (Frame frame = line.next(); frame != null; frame = line.next()) {
            switch (frame) {
                case Frame.Trace(String told) -> {
                    take(told);
                    pause(1 + told.length() / KIBI);
                }
                case Frame.Clock asked -> {
                    line.send(new Frame.Clock(asked.stamp(), clock.now()));
                    pause(1);
                }
                case Frame.Bye _,Frame.Unknown _ -> {
                }
                default -> throw new BrokenFrame("a frame that is not about events");
            }
        }
    }

    @SuppressWarnings("ReferenceEquality") // another clock is another object
    private void take(String told) throws BrokenRecording {
        LiveEnd.Clock before = end.clock();
        end.take(told);
        if (end.clock() != before) {
            onClock.run();
        }
    }

    private void pause(int cost) throws InterruptedException {
        line.pause(pace.spend(cost, System.nanoTime()));
    }

    private void sayGoodbye() {
        try {
            line.send(new Frame.Bye(Farewell.BAD_DATA));
        } catch (IOException e) {
            // it left before it was told
        }
    }

    /// Ends it. From any thread.
    void close() {
        line.close(EndReason.LEFT);
    }
}
