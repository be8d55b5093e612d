package tincan.session;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tincan.secure.Messages;
import tincan.secure.ProofFailed;
import tincan.wire.BrokenFrame;
import tincan.wire.Frame;

/// The messages of a proof as frames of a line.
final class LineMessages implements Messages {
    private final Line line;
    private final long deadline;
    private Frame.@Nullable Refused refusal;

    /// @param deadline by when all of them must be here, by [System#nanoTime]
    LineMessages(Line line, long deadline) {
        this.line = line;
        this.deadline = deadline;
    }

    @Override
    public void send(Map<String, String> values) throws IOException {
        line.send(new Frame.Proof(values));
    }

    @Override
    public Map<String, String> receive() throws IOException, ProofFailed {
        try {
            Frame frame = line.firstFrame(deadline).orElseThrow(() -> new IOException("it ended in the middle"));
            if (frame instanceof Frame.Proof proof) {
                return proof.values();
            }
            if (frame instanceof Frame.Refused refused) {
                refusal = refused;
            }
        } catch (BrokenFrame e) {
            line.tap().note(String.valueOf(e.getMessage()));
        }
        throw new ProofFailed(ProofFailed.Why.TAMPERED);
    }

    /// What the peer said instead of a message, if it refused.
    Optional<Frame.Refused> refusal() {
        return Optional.ofNullable(refusal);
    }
}
