package tincan.secure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;

/// Both sides prove that they know the secret that the host gave this guest when it first came in. It is no code to be
/// guessed but 256 random bits, so a keyed hash over two nonces will do.
///
/// ```
/// guest → host   nonce
/// host → guest   nonce, mac
/// guest → host   mac, if the host's was right
/// ```
///
public final class ReturnProof {
    private static final int SIZE = 32;
    private static final String NONCE = "nonce";
    private static final String MAC = "mac";

    private final byte[] key;
    private final Binding binding;

    private ReturnProof(String secret, Binding binding) {
        this.key = secret.getBytes(StandardCharsets.UTF_8);
        this.binding = binding;
    }

    /// The guest's side.
    ///
    /// @return the safety words of this connection
    public static List<String> asGuest(String secret, Binding binding, Messages peer) throws IOException, ProofFailed {
        ReturnProof proof = new ReturnProof(secret, binding);
        byte[] mine = WordsProof.nonce();
        peer.send(Map.of(NONCE, Values.hex(mine)));
        Values answer = new Values(peer.receive());
        byte[] host = answer.bytes(NONCE, SIZE);
        require(answer.bytes(MAC, SIZE), proof.mac("host", mine, host));
        peer.send(Map.of(MAC, Values.hex(proof.mac("guest", mine, host))));
        return proof.words(mine, host);
    }

    /// The host's side.
    ///
    /// @return the safety words of this connection
    public static List<String> asHost(String secret, Binding binding, Messages peer) throws IOException, ProofFailed {
        ReturnProof proof = new ReturnProof(secret, binding);
        byte[] guest = new Values(peer.receive()).bytes(NONCE, SIZE);
        byte[] mine = WordsProof.nonce();
        peer.send(Map.of(NONCE, Values.hex(mine), MAC, Values.hex(proof.mac("host", guest, mine))));
        require(new Values(peer.receive()).bytes(MAC, SIZE), proof.mac("guest", guest, mine));
        return proof.words(guest, mine);
    }

    private byte[] mac(String role, byte[] guest, byte[] host) {
        return binding.mac(key, role, guest, host);
    }

    private List<String> words(byte[] guest, byte[] host) {
        return Words.threeOf(binding.mac(key, "words", guest, host));
    }

    private static void require(byte[] given, byte[] expected) throws ProofFailed {
        if (!MessageDigest.isEqual(given, expected)) {
            throw new ProofFailed(ProofFailed.Why.WRONG_SECRET);
        }
    }
}
