package tincan.session;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import tincan.session.SessionFailure.Kind;
import tincan.trace.EventLog;
import tincan.wire.BrokenFrame;
import tincan.wire.Frame;
import tincan.wire.Refusal;

/// A guest's way in: connects, says hello and hears the answer, all within 5 s.
final class Entrance {
    private static final long REACH_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final GuestOptions options;
    private final Dialer dialer;

    Entrance(GuestOptions options, EventLog log) {
        this.options = options;
        this.dialer = new Dialer(options.address(), log);
    }

    /// A connection on which the host has said welcome.
    record Entered(Line line, Frame.Welcome welcome) {}

    /// The place that a guest claims is no longer there.
    static final class PlaceGone extends Exception {
        private static final long serialVersionUID = 1;
    }

    /// Tries once.
    ///
    /// @param back the place to come back to, for a guest that was in
    Entered enter(Optional<Frame.Return> back) throws SessionFailure, PlaceGone {
        long deadline = System.nanoTime() + REACH_NANOS;
        Line line = dialer.dial(deadline);
        try {
            line.write(new Frame.Hello(Frame.VERSION, options.name(), back));
            Frame answer = firstFrame(line, deadline);
            if (answer instanceof Frame.Welcome welcome) {
                line.readTimeout(0);
                return new Entered(line, welcome);
            }
            line.close(EndReason.LEFT);
            throw answer instanceof Frame.Refused refused ? refusal(refused) : failure(Kind.NOT_TINCAN);
        } catch (IOException | BrokenFrame e) {
            line.close(EndReason.BAD_DATA);
            throw failure(Kind.NOT_TINCAN);
        }
    }

    private static Frame firstFrame(Line line, long deadline) throws IOException, BrokenFrame {
        for (Frame frame = line.next();; frame = line.next()) {
            if (frame != null) {
                return frame;
            }
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            line.readTimeout((int) Math.max(1, left));
            if (left <= 0 || !line.read()) {
                throw new SocketTimeoutException("no welcome");
            }
        }
    }

    private SessionFailure refusal(Frame.Refused refused) throws PlaceGone {
        return switch (refused.code()) {
            case Refusal.NO_PLACE -> throw new PlaceGone();
            case Refusal.VERSION -> failure(Kind.OTHER_VERSION);
            case Refusal.FULL -> failure(Kind.FULL);
            default -> new SessionFailure(Kind.REFUSED, refused.text().isEmpty() ? refused.code() : refused.text());
        };
    }

    private SessionFailure failure(Kind kind) {
        return new SessionFailure(kind, options.address().shown());
    }
}
