package tincan.session;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import tincan.wire.BrokenFrame;
import tincan.wire.Frame;
import tincan.wire.FrameWriter;

/// Tells somebody who is not let in why, and ends its connection so that it hears that.
final class Dismissal {
    private static final int LINGER_MILLIS = 1000;

    private final Door.TurnedAway turnedAway;

    Dismissal(Door.TurnedAway turnedAway) {
        this.turnedAway = turnedAway;
    }

    /// Refuses a program.
    void refuse(Line line, Frame.Refused refusal) {
        tell(line, refusal.text().isEmpty() ? refusal.code() : refusal.text());
        answer(line, refusal);
    }

    /// Refuses a program that will try otherwise at once, and tells nobody: it does what it should.
    ///
    /// @param note for the log
    void redirect(Line line, Frame.Refused refusal, String note) {
        line.tap().note(note);
        answer(line, refusal);
    }

    private static void answer(Line line, Frame.Refused refusal) {
        byte[] frame = FrameWriter.bytes(refusal);
        try {
            line.write(frame, 0, frame.length);
            line.frames().wrote(frame, 0, frame.length);
            end(line);
        } catch (IOException | BrokenFrame e) {
            // it left before it was told
        }
    }

    /// Turns a person away who reads lines, or somebody from whom nothing is known.
    ///
    /// @param reason in the words of the protocol
    void turnAway(Line line, String reason, String notice) {
        tell(line, reason);
        byte[] bytes = notice.getBytes(StandardCharsets.UTF_8);
        try {
            line.write(bytes, 0, bytes.length);
            end(line);
        } catch (IOException e) {
            // it left before it was told
        }
    }

    /// Notes that somebody was turned away who cannot be told.
    void unheard(Stranger stranger, String reason) {
        turnedAway.turnedAway(stranger.tap(), stranger.address(), reason);
    }

    private void tell(Line line, String reason) {
        turnedAway.turnedAway(line.tap(), line.address(), reason);
    }

    /// Takes what the stranger still sends, for a moment: closing on unread bytes would reset the connection and lose
    /// the refusal.
    private static void end(Line line) throws IOException {
        line.halfClose();
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LINGER_MILLIS);
        line.readTimeout(LINGER_MILLIS);
        while (System.nanoTime() < deadline && line.read()) {
            line.reader().drain();
        }
    }
}
