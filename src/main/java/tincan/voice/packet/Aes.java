package tincan.voice.packet;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/// AES-128-GCM (NIST SP 800-38D) under one sender's key: the header is authenticated, the rest is secret too. The nonce
/// is salt, type, sender and generation, and the number, so that packets of different types may have the same number.
/// Not thread-safe.
final class Aes {
    /// Bytes of the salt, the first of which the type is mixed into.
    static final int SALT = 4;
    static final int TAG = 16;

    /// A sealed datagram of as many and as long frames as there can be.
    static final int LONGEST = Header.LENGTH + TAG
            + VoicePacket.MOST_FRAMES * (VoicePacket.LONGEST_FRAME + Short.BYTES);

    private static final int NONCE = 12;
    private static final int TAG_BITS = 8 * TAG;

    private final SecretKey key;
    private final byte[] salt;
    private final int generation;
    private final Cipher cipher;

    Aes(SecretKey key, byte[] salt, int generation) throws GeneralSecurityException {
        this.key = key;
        this.salt = salt;
        this.generation = generation;
        this.cipher = Cipher.getInstance("AES/GCM/NoPadding");
    }

    byte[] seal(VoicePacket packet) {
        byte[] body = PacketCodec.body(packet);
        byte[] datagram = new byte[Header.LENGTH + body.length + TAG];
        Header header = Header.of(packet, generation, false);
        header.write(ByteBuffer.wrap(datagram));
        try {
            cipher.init(Cipher.ENCRYPT_MODE, key, nonce(header));
            cipher.updateAAD(datagram, 0, Header.LENGTH);
            cipher.doFinal(body, 0, body.length, datagram, Header.LENGTH);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a packet can always be sealed", e);
        }
        return datagram;
    }

    /// The body, if the tag is right.
    Optional<byte[]> open(Header header, byte[] datagram) {
        try {
            cipher.init(Cipher.DECRYPT_MODE, key, nonce(header));
            cipher.updateAAD(datagram, 0, Header.LENGTH);
            return Optional.of(cipher.doFinal(datagram, Header.LENGTH, datagram.length - Header.LENGTH));
        } catch (AEADBadTagException _) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("whatever is wrong with a datagram is the tag", e);
        }
    }

    private GCMParameterSpec nonce(Header header) {
        ByteBuffer nonce = ByteBuffer.allocate(NONCE).put(salt).putShort((short) header.slot())
                .putShort((short) generation).putInt(header.seq());
        nonce.put(0, (byte) (nonce.get(0) ^ header.type().code()));
        return new GCMParameterSpec(TAG_BITS, nonce.array());
    }
}
