package tincan.secure;

import java.security.MessageDigest;
import java.util.HexFormat;

/// What a proof is bound to: this one TLS connection and all that both sides said on it so far. Somebody who relays
/// between two connections has another value on each, and whoever changes what was said has, too.
///
/// @param exporter the connection's exported keying material (RFC 8446, 7.5), 32 bytes; never sent
/// @param opening SHA-256 of the frames that opened the exchange, as they went over the connection
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Binding(byte[] exporter, byte[] opening) {

    /// Of a channel and the two frames that opened the exchange on it, whole.
    public static Binding of(SecureChannel channel, byte[] openingFrame, byte[] choiceFrame) {
        MessageDigest hash = Digests.sha256();
        hash.update(openingFrame);
        hash.update(choiceFrame);
        return new Binding(channel.exporter(), hash.digest());
    }

    /// A name for one side of this exchange and no other.
    String identity(String role) {
        return role + "|" + HexFormat.of().formatHex(exporter) + HexFormat.of().formatHex(opening);
    }

    /// A keyed hash over the binding and more.
    byte[] mac(byte[] key, String label, byte[]... parts) {
        byte[][] all = new byte[parts.length + 2][];
        all[0] = exporter;
        all[1] = opening;
        System.arraycopy(parts, 0, all, 2, parts.length);
        return Digests.hmac(key, label, all);
    }

    /// Nothing of it belongs in a log.
    @Override
    public String toString() {
        return "a binding";
    }
}
