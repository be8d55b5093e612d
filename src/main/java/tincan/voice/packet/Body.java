package tincan.voice.packet;

import java.util.Optional;

/// Takes what follows the header out of a datagram.
interface Body {
    /// Whether datagrams are not sealed.
    boolean isClear();

    /// The body, if it is genuine.
    Optional<byte[]> of(Header header, byte[] datagram);
}
