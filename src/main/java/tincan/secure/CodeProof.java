package tincan.secure;

import java.io.IOException;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.agreement.jpake.JPAKEParticipant;
import org.bouncycastle.crypto.agreement.jpake.JPAKEPrimeOrderGroup;
import org.bouncycastle.crypto.agreement.jpake.JPAKEPrimeOrderGroups;
import org.bouncycastle.crypto.agreement.jpake.JPAKERound1Payload;
import org.bouncycastle.crypto.agreement.jpake.JPAKERound2Payload;
import org.bouncycastle.crypto.agreement.jpake.JPAKERound3Payload;
import org.bouncycastle.crypto.digests.SHA256Digest;

/// Both sides prove that they know the code, and neither tells it: J-PAKE (RFC 8236) in the 3072-bit group of NIST,
/// with explicit key confirmation (RFC 8236, 5). The names under which the two sides prove carry the [Binding].
///
/// ```
/// both           gx1 gx2 and a proof of knowledge of each      (gv1 r1, gv2 r2)
/// both           a and its proof                               (gv, r)
/// guest → host   mac
/// host → guest   mac, if the guest's was right
/// ```
///
/// In the first two rounds nobody waits for the peer's message with its own, so that both look at the other's at the
/// same time: looking is what takes long.
///
/// A guest that does not know the code learns nothing but that; a host that does not know it learns one thing: whether
/// its one guess was right.
public final class CodeProof {
    private static final JPAKEPrimeOrderGroup GROUP = JPAKEPrimeOrderGroups.NIST_3072;
    private static final int MAC_BYTES = 32;

    private final Binding binding;
    private final Messages peer;
    private final String self;
    private final String other;
    private final JPAKEParticipant participant;

    private CodeProof(String role, String otherRole, Code code, Binding binding, Messages peer) {
        this.binding = binding;
        this.peer = peer;
        this.self = binding.identity(role);
        this.other = binding.identity(otherRole);
        this.participant = new JPAKEParticipant(self, code.spoken().toCharArray(), GROUP, SHA256Digest.newInstance(),
                new SecureRandom());
    }

    /// Decides at a host whether a guest's last message is to be believed.
    @FunctionalInterface
    public interface Judge {
        /// Looks at the guest's last message.
        ///
        /// @param proof whether the guest knows the code; asked at most once
        /// @throws ProofFailed if it does not, or if that is not even to be looked at
        void judge(Proof proof) throws ProofFailed;
    }

    /// Whether a guest knows the code.
    @FunctionalInterface
    public interface Proof {
        boolean holds();
    }

    /// The guest's side.
    ///
    /// @return the safety words of this connection
    public static List<String> asGuest(Code code, Binding binding, Messages peer) throws IOException, ProofFailed {
        CodeProof side = new CodeProof("guest", "host", code, binding, peer);
        return side.guest();
    }

    /// The host's side.
    ///
    /// @return the safety words of this connection
    public static List<String> asHost(Code code, Binding binding, Messages peer, Judge judge)
            throws IOException, ProofFailed {
        CodeProof side = new CodeProof("host", "guest", code, binding, peer);
        return side.host(judge);
    }

    // the participant wants each of its own messages made before it takes the peer's of the same round

    private List<String> guest() throws IOException, ProofFailed {
        peer.send(round1());
        takeRound1(new Values(peer.receive()));
        peer.send(round2());
        takeRound2(new Values(peer.receive()));
        BigInteger key = participant.calculateKeyingMaterial();
        peer.send(round3(key));
        if (!confirms(mac(new Values(peer.receive())), key)) {
            throw new ProofFailed(ProofFailed.Why.WRONG_SECRET);
        }
        return words(key);
    }

    private List<String> host(Judge judge) throws IOException, ProofFailed {
        peer.send(round1());
        takeRound1(new Values(peer.receive()));
        peer.send(round2());
        takeRound2(new Values(peer.receive()));
        BigInteger key = participant.calculateKeyingMaterial();
        Map<String, String> confirmation = round3(key);
        BigInteger mac = mac(new Values(peer.receive()));
        judge.judge(() -> confirms(mac, key));
        peer.send(confirmation);
        return words(key);
    }

    private Map<String, String> round1() {
        JPAKERound1Payload made = participant.createRound1PayloadToSend();
        BigInteger[] first = made.getKnowledgeProofForX1();
        BigInteger[] second = made.getKnowledgeProofForX2();
        return Map.of("gx1", Values.hex(made.getGx1()), "gx2", Values.hex(made.getGx2()), "gv1", Values.hex(first[0]),
                "r1", Values.hex(first[1]), "gv2", Values.hex(second[0]), "r2", Values.hex(second[1]));
    }

    private void takeRound1(Values values) throws ProofFailed {
        BigInteger[] first = {element(values, "gv1"), exponent(values, "r1")};
        BigInteger[] second = {element(values, "gv2"), exponent(values, "r2")};
        JPAKERound1Payload payload = new JPAKERound1Payload(other, element(values, "gx1"), element(values, "gx2"),
                first, second);
        valid(() -> participant.validateRound1PayloadReceived(payload));
    }

    private Map<String, String> round2() {
        JPAKERound2Payload made = participant.createRound2PayloadToSend();
        BigInteger[] proof = made.getKnowledgeProofForX2s();
        return Map.of("a", Values.hex(made.getA()), "gv", Values.hex(proof[0]), "r", Values.hex(proof[1]));
    }

    private void takeRound2(Values values) throws ProofFailed {
        BigInteger[] proof = {element(values, "gv"), exponent(values, "r")};
        JPAKERound2Payload payload = new JPAKERound2Payload(other, element(values, "a"), proof);
        valid(() -> participant.validateRound2PayloadReceived(payload));
    }

    private Map<String, String> round3(BigInteger key) {
        return Map.of("mac", Values.hex(unsigned(participant.createRound3PayloadToSend(key).getMacTag())));
    }

    /// The bytes of a hash, which the library holds as a signed number.
    private static byte[] unsigned(BigInteger mac) {
        byte[] bytes = new byte[MAC_BYTES];
        byte[] tail = mac.toByteArray();
        Arrays.fill(bytes, (byte) (mac.signum() < 0 ? -1 : 0));
        System.arraycopy(tail, 0, bytes, bytes.length - tail.length, tail.length);
        return bytes;
    }

    private static BigInteger mac(Values values) throws ProofFailed {
        return new BigInteger(values.bytes("mac", MAC_BYTES));
    }

    private boolean confirms(BigInteger mac, BigInteger key) {
        try {
            participant.validateRound3PayloadReceived(new JPAKERound3Payload(other, mac), key);
            return true;
        } catch (CryptoException e) {
            return false;
        }
    }

    private static BigInteger element(Values values, String name) throws ProofFailed {
        return values.number(name, GROUP.getP().bitLength());
    }

    private static BigInteger exponent(Values values, String name) throws ProofFailed {
        return values.number(name, GROUP.getQ().bitLength());
    }

    private interface Check {
        void run() throws CryptoException;
    }

    private static void valid(Check check) throws ProofFailed {
        try {
            check.run();
        } catch (CryptoException e) {
            throw new ProofFailed(ProofFailed.Why.TAMPERED);
        }
    }

    private List<String> words(BigInteger key) {
        MessageDigest hash = Digests.sha256();
        return Words.threeOf(binding.mac(hash.digest(key.toByteArray()), "words"));
    }
}
