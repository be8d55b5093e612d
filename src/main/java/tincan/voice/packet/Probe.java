package tincan.voice.packet;

import java.nio.ByteBuffer;
import java.util.Optional;

/// What a ping asks and a pong answers: a number that only comes back from who has seen it.
///
/// @param stamp chosen by who asks
public record Probe(long stamp) {
    public byte[] toBytes() {
        return ByteBuffer.allocate(Long.BYTES).putLong(stamp).array();
    }

    public static Optional<Probe> of(byte[] body) {
        return body.length == Long.BYTES ? Optional.of(new Probe(ByteBuffer.wrap(body).getLong())) : Optional.empty();
    }
}
