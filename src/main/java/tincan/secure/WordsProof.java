package tincan.secure;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;

/// Makes three words, 24 bits, that are the same on both screens if nobody stands in between; people compare them.
///
/// ```
/// guest → host   commit = HMAC(exporter, its nonce)
/// host → guest   nonce
/// guest → host   nonce, which the host holds against commit
/// ```
///
/// The guest is bound to its nonce before it knows the host's, and the host to its own before it knows the guest's. So
/// whoever stands in between has one try at 24 bits for each time people compare; and for each connection that he gives
/// up once he knows both nonces, so a host lets few be made at a time and tells its person of those given up. Without
/// the commitment he could try millions of values by himself until the words agree. (As in ZRTP, RFC 6189, 4.2.)
public final class WordsProof {
    private static final int NONCE = 32;
    private static final String COMMIT = "commit";
    private static final String OPENED = "nonce";

    private WordsProof() {}

    /// Decides at a host whether it takes part in a comparison now.
    @FunctionalInterface
    public interface Gate {
        /// Called when the guest is bound to its nonce and does not know the host's, so that only what happens after it
        /// is a try.
        ///
        /// @throws ProofFailed if it does not
        void pass() throws ProofFailed;
    }

    /// The guest's side.
    ///
    /// @return the words to compare
    public static List<String> asGuest(Binding binding, Messages peer) throws IOException, ProofFailed {
        byte[] mine = nonce();
        peer.send(Map.of(COMMIT, Values.hex(commitment(binding, mine))));
        byte[] host = new Values(peer.receive()).bytes(OPENED, NONCE);
        peer.send(Map.of(OPENED, Values.hex(mine)));
        return words(binding, mine, host);
    }

    /// The host's side.
    ///
    /// @return the words to compare
    public static List<String> asHost(Binding binding, Messages peer, Gate gate) throws IOException, ProofFailed {
        byte[] mine = nonce();
        byte[] commitment = new Values(peer.receive()).bytes(COMMIT, NONCE);
        gate.pass();
        peer.send(Map.of(OPENED, Values.hex(mine)));
        byte[] guest = new Values(peer.receive()).bytes(OPENED, NONCE);
        if (!MessageDigest.isEqual(commitment, commitment(binding, guest))) {
            throw new ProofFailed(ProofFailed.Why.TAMPERED);
        }
        return words(binding, guest, mine);
    }

    static byte[] nonce() {
        byte[] nonce = new byte[NONCE];
        new SecureRandom().nextBytes(nonce);
        return nonce;
    }

    private static byte[] commitment(Binding binding, byte[] guest) {
        return binding.mac(binding.exporter(), COMMIT, guest);
    }

    private static List<String> words(Binding binding, byte[] guest, byte[] host) {
        return Words.threeOf(binding.mac(binding.exporter(), "words", guest, host));
    }
}
