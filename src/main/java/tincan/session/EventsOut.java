package tincan.session;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tincan.session.Entrance.PlaceGone;
import tincan.trace.EventLog;
import tincan.trace.export.LiveLines;
import tincan.wire.BrokenFrame;
import tincan.wire.Frame;
import tincan.wire.FrameWriter;

/// The guest's end of the connection by which it shows the host what it sees: one thread makes it and reads, one
/// writes. It is not recorded itself, or it would tell of its own telling.
final class EventsOut {
    /// The first questions about the clock follow each other soon.
    private static final int SOON = 8;
    private static final long SOON_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final long LATER_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Entrance entrance;
    private final Entrance.Claim claim;
    private final EventLog log;
    private final ClockFilter clock = new ClockFilter();
    private final Doorbell bell = new Doorbell();
    private volatile boolean closed;
    private volatile @Nullable Line line;

    /// @param claim this guest's place
    /// @param log what is shown
    EventsOut(GuestOptions options, Entrance.Claim claim, EventLog log) {
        this.entrance = new Entrance(options, EventLog.off(), _ -> {
        });
        this.claim = claim;
        this.log = log;
    }

    /// Makes the connection and reads what comes until it is over.
    ///
    /// @param shown called when the host has taken it
    /// @return whether it has
    boolean run(Runnable shown) {
        try {
            Line made = entrance.enter(claim).line();
            line = made;
            if (closed) {
                made.close(EndReason.LEFT);
            }
            shown.run();
            serve(made);
            return true;
        } catch (SessionFailure | PlaceGone e) {
            return false;
        }
    }

    private void serve(Line made) {
        Thread writer = Thread.ofVirtual().name("guest events writer").start(() -> write(made));
        Runnable subscription = log.onAppend(bell::ring);
        try {
            do {
                takeFrames(made);
            } while (made.read());
        } catch (IOException | BrokenFrame e) {
            // the end of it
        } finally {
            subscription.run();
            made.close(EndReason.LEFT);
            bell.ring();
            join(writer);
        }
    }

    private static void join(Thread writer) {
        try {
            writer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void takeFrames(Line made) throws BrokenFrame {
        for (Frame frame = made.next(); frame != null; frame = made.next()) {
            if (frame instanceof Frame.Clock answer) {
                clock.exchanged(Duration.ofNanos(System.nanoTime() - answer.stamp()), answer.at(), log.now());
                bell.ring();
            }
        }
    }

    private void write(Line made) {
        try {
            LiveLines lines = new LiveLines(log);
            Optional<ClockFilter.Estimate> told = Optional.empty();
            long asked = 0;
            long nextQuestion = System.nanoTime();
            while (made.isOpen()) {
                if (System.nanoTime() - nextQuestion >= 0) {
                    made.send(new Frame.Clock(System.nanoTime(), Instant.EPOCH));
                    nextQuestion = System.nanoTime() + (++asked < SOON ? SOON_NANOS : LATER_NANOS);
                }
                told = tellClock(made, told);
                List<String> next = told.isPresent() ? lines.next() : List.of();
                write(made, next);
                if (next.isEmpty()) {
                    bell.await(nextQuestion - System.nanoTime());
                }
            }
        } catch (IOException e) {
            made.close(EndReason.CONNECTION_BROKEN);
        }
    }

    /// Nothing is told before the host knows what the times mean.
    private Optional<ClockFilter.Estimate> tellClock(Line made, Optional<ClockFilter.Estimate> told)
            throws IOException {
        Optional<ClockFilter.Estimate> now = clock.estimate();
        if (now.isEmpty() || (told.isPresent() && !now.get().isNewsAfter(told.get()))) {
            return told;
        }
        made.send(new Frame.Trace(LiveLines.clock(now.get().ahead(), now.get().error())));
        return now;
    }

    private static void write(Line made, List<String> lines) throws IOException {
        ByteArrayOutputStream frames = new ByteArrayOutputStream();
        lines.forEach(line -> frames.writeBytes(FrameWriter.bytes(new Frame.Trace(line))));
        if (frames.size() > 0) {
            made.write(frames.toByteArray(), 0, frames.size());
        }
    }

    /// Ends it, wherever it is. From any thread.
    void close() {
        closed = true;
        entrance.abandon();
        Line made = line;
        if (made != null) {
            made.close(EndReason.LEFT);
        }
        bell.ring();
    }
}
