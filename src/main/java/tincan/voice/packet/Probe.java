package tincan.voice.packet;

import java.nio.ByteBuffer;
import java.util.Optional;

/// What a ping asks and a pong answers. The host tells its number to where a ping came from, and the next ping brings
/// it back: so the host knows that datagrams really reach who asks, there.
///
/// @param stamp chosen by who asks, and comes back
/// @param number in a pong one that the host has chosen; in a ping that of the last pong, 0 before there was one
public record Probe(long stamp, long number) {
    static final int LENGTH = 2 * Long.BYTES;

    public byte[] toBytes() {
        return ByteBuffer.allocate(LENGTH).putLong(stamp).putLong(number).array();
    }

    public static Optional<Probe> of(byte[] body) {
        ByteBuffer in = ByteBuffer.wrap(body);
        return body.length == LENGTH ? Optional.of(new Probe(in.getLong(), in.getLong())) : Optional.empty();
    }
}
