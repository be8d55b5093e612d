package tincan.session;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import tincan.secure.SecureChannel;
import tincan.wire.BrokenFrame;
import tincan.wire.Frame;
import tincan.wire.Refusal;

/// The door of an open lesson: lets in whoever comes, a program that says hello in a frame, or a person who types
/// a line.
final class OpenGreeter implements Greeter {
    /// How long a stranger may say nothing: a person who started `nc` has to read and type.
    static final long SILENCE_MILLIS = 30_000;
    /// How long a hello may take from its first byte on.
    static final long HELLO_MILLIS = 10_000;
    /// The largest frame from a stranger.
    static final int HELLO_BYTES = 4096;

    private final PlainLines words;
    private final Guests guests;
    private final Moderation moderation;
    private final Dismissal dismissal;

    OpenGreeter(PlainLines words, Guests guests, Moderation moderation, Dismissal dismissal) {
        this.words = words;
        this.guests = guests;
        this.moderation = moderation;
        this.dismissal = dismissal;
    }

    @Override
    public long patienceNanos() {
        return TimeUnit.MILLISECONDS.toNanos(SILENCE_MILLIS + 2 * HELLO_MILLIS);
    }

    @Override
    public void greet(Stranger stranger, Runnable passed) throws IOException {
        Line line = new Line(Transport.plain(stranger.socket()), stranger.tap(), HELLO_BYTES);
        try {
            line.readTimeout((int) SILENCE_MILLIS);
            if (line.read()) {
                meet(line, stranger.origin(), passed);
            }
        } catch (SocketTimeoutException e) {
            timedOut(line);
        } catch (BrokenFrame e) {
            dismissal.refuse(line, new Frame.Refused(Refusal.BAD_DATA, String.valueOf(e.getMessage())));
        } finally {
            line.close(EndReason.PEER_CLOSED);
        }
    }

    private void meet(Line line, String origin, Runnable passed) throws IOException, BrokenFrame {
        if (SecureChannel.beginsWith(line.reader().data()[0])) {
            // a guest that knows nothing of this session but its address asks so whether it is private
            dismissal.redirect(line, new Frame.Refused(Refusal.BAD_DATA, "no TLS in an open lesson"),
                    "asked for TLS in an open lesson");
        } else if (line.reader().looksLikeText()) {
            Optional<Frame.Refused> refused = moderation.refusal(origin, false);
            if (refused.isEmpty()) {
                refused = guests.plain(line, passed);
            }
            refused.ifPresent(why -> dismissal.turnAway(line, why.code(), words.refused(why.code())));
        } else {
            hello(line, origin, passed).ifPresent(why -> dismissal.refuse(line, why));
        }
    }

    private Optional<Frame.Refused> hello(Line line, String origin, Runnable passed) throws IOException, BrokenFrame {
        Optional<Frame> first = line.firstFrame(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(HELLO_MILLIS));
        if (first.isEmpty()) {
            return Optional.empty();
        }
        if (!(first.get() instanceof Frame.Hello hello)) {
            throw new BrokenFrame("the first frame is no hello");
        }
        Optional<Frame.Refused> refused = moderation.refusal(origin, hello.back().isPresent());
        return refused.isPresent() ? refused : guests.framed(line, hello, Security.OPEN, passed);
    }

    private void timedOut(Line line) {
        if (line.reader().inFrame()) {
            dismissal.refuse(line, new Frame.Refused(Refusal.TOO_LATE, ""));
        } else {
            dismissal.turnAway(line, Refusal.TOO_LATE, words.tooLate());
        }
    }
}
