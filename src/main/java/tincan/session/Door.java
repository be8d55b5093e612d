package tincan.session;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import tincan.trace.EventLog;
import tincan.trace.Tap;
import tincan.wire.BrokenFrame;
import tincan.wire.Frame;
import tincan.wire.FrameReader;
import tincan.wire.FrameWriter;
import tincan.wire.Refusal;

/// Where strangers stand until it is known who they are: a program that says hello in a frame, or a person who types a
/// line. Their number, their time and what they may send are bounded.
final class Door {
    /// How long a stranger may say nothing: a person who started `nc` has to read and type.
    static final long SILENCE_MILLIS = 30_000;
    /// How long a hello may take from its first byte on.
    static final long HELLO_MILLIS = 10_000;
    /// The largest frame from a stranger.
    static final int HELLO_BYTES = 4096;
    /// How many strangers may stand here; one more, and the one that has waited longest goes.
    static final int STRANGERS = 64;
    private static final int LINGER_MILLIS = 1000;

    private final EventLog log;
    private final PlainLines words;
    private final Guests guests;
    /// Owner: the lock on it. The one that has waited longest is first.
    private final ArrayDeque<Line> waiting = new ArrayDeque<>();
    /// Owner: the lock on [#waiting].
    private boolean closed;

    Door(EventLog log, PlainLines words, Guests guests) {
        this.log = log;
        this.words = words;
        this.guests = guests;
    }

    /// Who lets strangers in. Each method serves the connection until it is over.
    interface Guests {
        /// A program that said hello.
        ///
        /// @return why it was not let in; empty once it was in and is gone again
        Optional<Frame.Refused> framed(Line line, Frame.Hello hello) throws IOException;

        /// A person who types lines; the first bytes wait in the line's reader.
        ///
        /// @return why it was not let in; empty once it was in and is gone again
        Optional<Frame.Refused> plain(Line line) throws IOException;

        /// A stranger was turned away.
        void turnedAway(Line line, String reason);
    }

    /// Meets a stranger and serves its connection until it is over.
    void meet(Socket socket, String name) {
        try {
            socket.setTcpNoDelay(true);
            Line line = new Line(Transport.plain(socket), new Tap(log, name), HELLO_BYTES);
            enter(line);
            try {
                meet(line);
            } finally {
                pass(line);
                line.close(EndReason.PEER_CLOSED);
            }
        } catch (IOException e) {
            close(socket);
        }
    }

    private void meet(Line line) throws IOException {
        try {
            line.readTimeout((int) SILENCE_MILLIS);
            if (line.read()) {
                if (looksLikeText(line.reader())) {
                    plain(line);
                } else {
                    hello(line).ifPresent(refusal -> refuse(line, refusal));
                }
            }
        } catch (SocketTimeoutException e) {
            timedOut(line);
        } catch (BrokenFrame e) {
            refuse(line, new Frame.Refused(Refusal.BAD_DATA, String.valueOf(e.getMessage())));
        }
    }

    /// A hello is shorter than 64 KiB, so it begins with a zero; text has no control characters but blanks and what a
    /// terminal's keys send.
    private static boolean looksLikeText(FrameReader received) {
        for (int i = 0; i < received.offset(); i++) {
            int each = received.data()[i] & 0xff;
            if (each < ' ' && each != '\t' && each != '\n' && each != '\r' && each != '\b' && each != 0x1b) {
                return false;
            }
        }
        return true;
    }

    private Optional<Frame.Refused> hello(Line line) throws IOException, BrokenFrame {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(HELLO_MILLIS);
        for (Frame frame = line.next();; frame = line.next()) {
            if (frame instanceof Frame.Hello hello) {
                admit(line);
                return guests.framed(line, hello);
            }
            if (frame != null) {
                throw new BrokenFrame("the first frame is no hello");
            }
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            line.readTimeout((int) Math.max(1, left));
            if (left <= 0) {
                throw new SocketTimeoutException();
            }
            if (!line.read()) {
                return Optional.empty();
            }
        }
    }

    private void plain(Line line) throws IOException {
        admit(line);
        Optional<Frame.Refused> refused = guests.plain(line);
        if (refused.isPresent()) {
            turnAway(line, refused.get().code(), words.full());
        }
    }

    /// Turns a person away who reads lines, or from whom nothing is known.
    private void turnAway(Line line, String reason, String notice) {
        guests.turnedAway(line, reason);
        try {
            byte[] bytes = notice.getBytes(StandardCharsets.UTF_8);
            line.write(bytes, 0, bytes.length);
            line.halfClose();
            passOver(line);
        } catch (IOException e) {
            // it left before it was told
        }
    }

    private void admit(Line line) throws IOException {
        pass(line);
        line.readTimeout(0);
        line.reader().limit(FrameReader.MAX_LENGTH);
    }

    private void timedOut(Line line) {
        if (line.reader().inFrame()) {
            refuse(line, new Frame.Refused(Refusal.TOO_LATE, ""));
            return;
        }
        turnAway(line, Refusal.TOO_LATE, words.tooLate());
    }

    private void refuse(Line line, Frame.Refused refusal) {
        guests.turnedAway(line, refusal.text().isEmpty() ? refusal.code() : refusal.text());
        try {
            byte[] frame = FrameWriter.bytes(refusal);
            line.write(frame, 0, frame.length);
            line.wrote(frame, 0, frame.length);
            line.halfClose();
            passOver(line);
        } catch (IOException | BrokenFrame e) {
            // it left before it was told
        }
    }

    /// Takes what the stranger still sends, for a moment: closing on unread bytes would reset the connection and lose
    /// the refusal.
    private static void passOver(Line line) throws IOException {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LINGER_MILLIS);
        line.readTimeout(LINGER_MILLIS);
        while (System.nanoTime() < deadline && line.read()) {
            line.reader().drain();
        }
    }

    private void enter(Line line) {
        Line longest = null;
        synchronized (waiting) {
            waiting.add(line);
            if (closed) {
                longest = line;
            } else if (waiting.size() > STRANGERS) {
                longest = waiting.remove();
            }
        }
        if (longest != null) {
            longest.close(EndReason.LEFT);
            guests.turnedAway(longest, Refusal.BUSY);
        }
    }

    private void pass(Line line) {
        synchronized (waiting) {
            waiting.remove(line);
        }
    }

    /// Turns everybody away who still stands here.
    void close() {
        synchronized (waiting) {
            closed = true;
            waiting.forEach(line -> line.close(EndReason.HOST_ENDED));
            waiting.clear();
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // there is nothing left to close
        }
    }
}
