package tincan.voice.packet;

import java.util.Optional;

/// The body of a sealed packet.
final class AesBody implements Body {
    private final Aes aes;

    AesBody(Aes aes) {
        this.aes = aes;
    }

    @Override
    public boolean isClear() {
        return false;
    }

    @Override
    public Optional<byte[]> of(Header header, byte[] datagram) {
        return datagram.length < Header.LENGTH + Aes.TAG ? Optional.empty() : aes.open(header, datagram);
    }
}
