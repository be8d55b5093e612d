package tincan.voice.packet;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// The keys of one generation: from the secret that the host gave everybody with a voice, each sender has a key of its
/// own (HKDF, RFC 5869). In an open lesson there is no secret, and packets are readable. Immutable.
public final class VoiceKeys {
    /// Bytes of a secret.
    public static final int SECRET = 32;
    /// The number of a generation is two bytes of each nonce.
    public static final int LAST_GENERATION = 0xFFFF;

    private static final int KEY = 16;
    private static final byte[] SALT = "tincan voice 1".getBytes(StandardCharsets.US_ASCII);

    /// Empty in an open lesson.
    private final byte[] secret;
    private final int generation;

    private VoiceKeys(byte[] secret, int generation) {
        if (generation < 0 || generation > LAST_GENERATION) {
            throw new IllegalArgumentException("generation " + generation);
        }
        this.secret = secret;
        this.generation = generation;
    }

    /// The keys from a secret of 32 bytes that is used for this generation only.
    public static VoiceKeys of(byte[] secret, int generation) {
        if (secret.length != SECRET) {
            throw new IllegalArgumentException("a secret of %d bytes".formatted(secret.length));
        }
        return new VoiceKeys(secret.clone(), generation);
    }

    /// No keys: packets are readable, and anybody can make one.
    public static VoiceKeys open(int generation) {
        return new VoiceKeys(new byte[0], generation);
    }

    public int generation() {
        return generation;
    }

    public boolean isOpen() {
        return secret.length == 0;
    }

    /// What a sender seals with. One for each sender and generation, ever: a second one would use its numbers again.
    public Sealer sealer(int slot) {
        return isOpen() ? new ClearSealer(slot, generation) : new AesSealer(slot, aes(slot));
    }

    /// What a sender's packets are opened with.
    public Opener opener(int slot, Drops drops) {
        return new WindowedOpener(slot, generation, isOpen() ? new ClearBody() : new AesBody(aes(slot)), drops);
    }

    private Aes aes(int slot) {
        ByteBuffer info = ByteBuffer.allocate(2 * Short.BYTES).putShort((short) slot).putShort((short) generation);
        try {
            byte[] bytes = KDF.getInstance("HKDF-SHA256").deriveData(HKDFParameterSpec.ofExtract().addSalt(SALT)
                    .addIKM(secret).thenExpand(info.array(), KEY + Aes.SALT));
            SecretKey key = new SecretKeySpec(bytes, 0, KEY, "AES");
            return new Aes(key, Arrays.copyOfRange(bytes, KEY, bytes.length), generation);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has it", e);
        }
    }

    /// Says nothing of the secret.
    @Override
    public String toString() {
        return "VoiceKeys[generation=%d, %s]".formatted(generation, isOpen() ? "open" : "sealed");
    }
}
