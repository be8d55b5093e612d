package tincan.voice.packet;

import java.nio.ByteBuffer;
import java.util.Optional;

/// What one end heard of a sender since its last report.
///
/// @param about the sender's slot
/// @param expected packets that were sent, as far as the numbers tell
/// @param received those that came, in time or not
/// @param longest the most that were lost in a row
public record Report(int about, int expected, int received, int longest) {
    static final int LENGTH = 4 * Short.BYTES;
    private static final int MOST = 0xFFFF;

    public Report {
        if (about < 0 || about > MOST || received < 0 || expected < received || expected > MOST || longest < 0
                || longest > expected - received) {
            throw new IllegalArgumentException("%d of %d, %d in a row".formatted(received, expected, longest));
        }
    }

    /// The share of packets that were lost, 0 to 1.
    public double loss() {
        return expected == 0 ? 0 : (double) (expected - received) / expected;
    }

    public byte[] toBytes() {
        return ByteBuffer.allocate(LENGTH).putShort((short) about).putShort((short) expected)
                .putShort((short) received).putShort((short) longest).array();
    }

    public static Optional<Report> of(byte[] body) {
        if (body.length != LENGTH) {
            return Optional.empty();
        }
        ByteBuffer in = ByteBuffer.wrap(body);
        int about = in.getShort() & MOST;
        int expected = in.getShort() & MOST;
        int received = in.getShort() & MOST;
        int longest = in.getShort() & MOST;
        return received <= expected && longest <= expected - received
                ? Optional.of(new Report(about, expected, received, longest))
                : Optional.empty();
    }
}
