package tincan.voice.packet;

import java.util.Arrays;
import java.util.Optional;

/// The body of an open packet; nobody can tell whether it is genuine.
final class ClearBody implements Body {
    @Override
    public boolean isClear() {
        return true;
    }

    @Override
    public Optional<byte[]> of(Header header, byte[] datagram) {
        return Optional.of(Arrays.copyOfRange(datagram, Header.LENGTH, datagram.length));
    }
}
