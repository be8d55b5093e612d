package tincan.secure;

import java.math.BigInteger;
import java.util.HexFormat;
import java.util.Map;

/// Reads the values of one message of a proof, within bounds.
final class Values {
    private final Map<String, String> values;

    Values(Map<String, String> values) {
        this.values = values;
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    static String hex(BigInteger number) {
        return number.toString(16);
    }

    /// A number that is not negative.
    ///
    /// @param bits its size at the most
    BigInteger number(String name, int bits) throws ProofFailed {
        String digits = digits(name);
        if (digits.isEmpty() || digits.length() > (bits + 3) / 4) {
            throw new ProofFailed(ProofFailed.Why.TAMPERED);
        }
        return new BigInteger(digits, 16);
    }

    /// Exactly so many bytes.
    byte[] bytes(String name, int length) throws ProofFailed {
        String digits = digits(name);
        if (digits.length() != 2 * length) {
            throw new ProofFailed(ProofFailed.Why.TAMPERED);
        }
        return HexFormat.of().parseHex(digits);
    }

    private String digits(String name) throws ProofFailed {
        String digits = values.getOrDefault(name, "");
        if (!digits.chars().allMatch(HexFormat::isHexDigit)) {
            throw new ProofFailed(ProofFailed.Why.TAMPERED);
        }
        return digits;
    }
}
