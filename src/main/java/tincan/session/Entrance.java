package tincan.session;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import tincan.session.SessionFailure.Kind;
import tincan.text.Printable;
import tincan.trace.EventLog;
import tincan.wire.BrokenFrame;
import tincan.wire.Frame;
import tincan.wire.FrameReader;
import tincan.wire.Refusal;

/// A guest's way in: connects, proves what has to be proven, says hello and hears the answer, each within seconds;
/// where the host's person has to decide, as long as that takes.
final class Entrance {
    private static final long REACH_NANOS = TimeUnit.SECONDS.toNanos(5);
    /// The arithmetic of a proof takes a slow and busy computer some seconds. A host waits no longer, either.
    private static final long PROOF_NANOS = TimeUnit.SECONDS.toNanos(10);
    /// How often a connection is made that the host closes at once: it has many at its door, and cuts who
    /// waits longest.
    private static final int TRIES = 3;
    /// The largest frame that a host may answer a hello with.
    private static final int ANSWER_BYTES = 8192;
    /// How many characters of a host's own words are passed on.
    private static final int WORDS = 200;

    private final GuestOptions options;
    private final Dialer dialer;
    private final Consumer<List<String>> waiting;
    /// The connection on which this guest is on its way in; whoever gives up closes it.
    private volatile @Nullable Socket underWay;
    private volatile boolean abandoned;

    /// @param waiting hears the safety words while the host decides
    Entrance(GuestOptions options, EventLog log, Consumer<List<String>> waiting) {
        this.options = options;
        this.dialer = new Dialer(options.address(), log);
        this.waiting = waiting;
    }

    /// A connection on which the host has said welcome.
    record Entered(Line line, Frame.Welcome welcome, Security security) {}

    /// The place that a guest claims is no longer there.
    static final class PlaceGone extends Exception {
        private static final long serialVersionUID = 1;
    }

    /// What this guest comes with.
    ///
    /// @param back the place to come back to, for one that was in
    /// @param access what kind of session will do
    /// @param purpose what it comes for; to anything but being in, it is in already
    record Claim(Optional<Frame.Return> back, GuestOptions.Access access, Frame.Purpose purpose) {
        Claim(Optional<Frame.Return> back, GuestOptions.Access access) {
            this(back, access, Frame.Purpose.MEMBER);
        }

        Frame.Hello hello(String name) {
            return new Frame.Hello(Frame.VERSION, name, back, purpose);
        }
    }

    /// Tries once.
    Entered enter(Claim claim) throws SessionFailure, PlaceGone {
        long retryUntil = System.nanoTime() + REACH_NANOS;
        return switch (claim.access()) {
            case PRIVATE -> patiently(retryUntil, () -> inPrivate(claim));
            case OPEN -> patiently(retryUntil, () -> inTheOpen(claim));
            case EITHER -> patiently(retryUntil, () -> {
                try {
                    return inPrivate(claim);
                } catch (NotPrivate e) {
                    return inTheOpen(claim);
                }
            });
        };
    }

    /// What answers does not speak TLS.
    private static final class NotPrivate extends Exception {
        private static final long serialVersionUID = 1;
    }

    /// One way in.
    private interface Way {
        Entered go() throws IOException, BrokenFrame, NotPrivate, SessionFailure, PlaceGone;
    }

    private Entered patiently(long retryUntil, Way way) throws SessionFailure, PlaceGone {
        for (int tried = 1;; tried++) {
            try {
                return way.go();
            } catch (NotPrivate e) {
                throw failure(Kind.NOT_PRIVATE);
            } catch (SocketTimeoutException | BrokenFrame e) {
                throw failure(Kind.NOT_TINCAN);
            } catch (IOException e) {
                if (tried == TRIES || abandoned || System.nanoTime() > retryUntil) {
                    throw failure(Kind.NOT_TINCAN);
                }
            }
        }
    }

    private Entered inTheOpen(Claim claim)
            throws IOException, BrokenFrame, SessionFailure, PlaceGone {
        Dialer.Dialed dialed = dial();
        long deadline = System.nanoTime() + REACH_NANOS;
        Line line = new Line(Transport.plain(dialed.socket()), dialed.tap(), ANSWER_BYTES);
        try (Alarm _ = new Alarm(dialed.socket(), deadline)) {
            line.send(claim.hello(options.name()));
            return entered(line, line.firstFrame(deadline), Security.OPEN);
        } catch (IOException | BrokenFrame | SessionFailure | PlaceGone e) {
            line.close(EndReason.LEFT);
            throw e;
        }
    }

    private Entered inPrivate(Claim claim)
            throws IOException, BrokenFrame, NotPrivate, SessionFailure, PlaceGone {
        Dialer.Dialed dialed = dial();
        long deadline = System.nanoTime() + PROOF_NANOS;
        try (Alarm alarm = new Alarm(dialed.socket(), deadline)) {
            Pairing pairing = new Pairing(dialed, deadline, alarm, waiting);
            return switch (pairing.pair(claim, options)) {
                case Pairing.Result.TurnedAway(Frame.Refused why) -> throw refusal(why);
                case Pairing.Result.Paired(Line line, Frame answer, Security security) ->
                    entered(line, Optional.of(answer), security);
            };
        } catch (SSLException e) {
            dialed.tap().note("no TLS: " + e.getMessage());
            dialed.socket().close();
            if (isOtherProtocol(e)) {
                throw new NotPrivate();
            }
            throw e;
        } catch (IOException | BrokenFrame | SessionFailure | PlaceGone e) {
            dialed.socket().close();
            throw e;
        }
    }

    /// Whether the peer answered in something that is no TLS at all. An end or an alert in the middle of a handshake
    /// does not count: then nothing must be tried in plain text.
    private static boolean isOtherProtocol(SSLException e) {
        return e.getClass().equals(SSLException.class) && e.getCause() == null;
    }

    private Dialer.Dialed dial() throws SessionFailure, IOException {
        Dialer.Dialed dialed = dialer.dial(System.nanoTime() + REACH_NANOS);
        underWay = dialed.socket();
        if (abandoned) {
            dialed.socket().close();
        }
        return dialed;
    }

    private Entered entered(Line line, Optional<Frame> answer, Security security)
            throws IOException, SessionFailure, PlaceGone {
        if (answer.isEmpty()) {
            throw new IOException("closed without an answer");
        }
        if (answer.get() instanceof Frame.Welcome welcome) {
            line.readTimeout(0);
            line.reader().limit(FrameReader.MAX_LENGTH);
            underWay = null;
            return new Entered(line, welcome, security);
        }
        throw answer.get() instanceof Frame.Refused refused ? refusal(refused) : failure(Kind.NOT_TINCAN);
    }

    private SessionFailure refusal(Frame.Refused refused) throws PlaceGone {
        return switch (refused.code()) {
            case Refusal.NO_PLACE -> throw new PlaceGone();
            case Refusal.VERSION -> failure(Kind.OTHER_VERSION);
            case Refusal.FULL -> failure(Kind.FULL);
            case Refusal.PRIVATE, Refusal.CODE_NEEDED -> failure(Kind.CODE_NEEDED);
            case Refusal.NO_CODE -> failure(Kind.NO_CODE);
            case Refusal.WRONG_CODE -> failure(Kind.WRONG_CODE);
            case Refusal.BAD_PROOF -> failure(Kind.TAMPERED);
            case Refusal.WAIT -> new SessionFailure(Kind.WAIT, String.valueOf(refused.seconds()));
            case Refusal.LOCKED -> failure(Kind.LOCKED);
            case Refusal.BARRED -> failure(Kind.BARRED);
            case Refusal.NOT_ADMITTED -> failure(Kind.NOT_ADMITTED);
            default ->
                new SessionFailure(Kind.REFUSED, words(refused.text().isEmpty() ? refused.code() : refused.text()));
        };
    }

    /// Words of a host that nobody knows yet, for a person to read.
    private static String words(String said) {
        String shown = Printable.line(said);
        return shown.length() <= WORDS
                ? shown
                : shown.substring(0, shown.offsetByCodePoints(0, shown.codePointCount(0, WORDS) - 1)) + "…";
    }

    private SessionFailure failure(Kind kind) {
        return new SessionFailure(kind, options.address().shown());
    }

    /// Gives up, whatever is under way. From any thread.
    void abandon() {
        abandoned = true;
        Socket socket = underWay;
        if (socket != null) {
            try {
                socket.close();
            } catch (IOException e) {
                // there is nothing left to close
            }
        }
    }
}
