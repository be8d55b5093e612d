package tincan.lab.raw;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.Optional;

/// What becomes of a line that is typed.
///
/// @param lineEnd is sent after it
public record RawOptions(Input input, LineEnd lineEnd) {
    /// As with `nc`.
    public static final RawOptions USUAL = new RawOptions(Input.TEXT, LineEnd.LF);

    /// How a line is meant.
    public enum Input {
        /// As it stands, in UTF-8.
        TEXT,
        /// As bytes in hex, such as `48 65 6c 6c 6f` or `48656c6c6f`.
        HEX
    }

    /// What ends a line.
    public enum LineEnd {
        /// Nothing.
        NONE,
        /// One byte, as on Unix.
        LF,
        /// Two bytes, as many protocols of the Internet want it.
        CRLF;

        private byte[] bytes() {
            return switch (this) {
                case NONE -> new byte[0];
                case LF -> new byte[]{'\n'};
                case CRLF -> new byte[]{'\r', '\n'};
            };
        }
    }

    public RawOptions withInput(Input other) {
        return new RawOptions(other, lineEnd);
    }

    public RawOptions withLineEnd(LineEnd other) {
        return new RawOptions(input, other);
    }

    /// What is sent for a line.
    ///
    /// @return nothing if it is no hex
    public Optional<byte[]> bytes(String line) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try {
            all.writeBytes(switch (input) {
                case TEXT -> line.getBytes(UTF_8);
                case HEX -> HexFormat.of().parseHex(line.replaceAll("\\s", ""));
            });
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        all.writeBytes(lineEnd.bytes());
        return Optional.of(all.toByteArray());
    }
}
