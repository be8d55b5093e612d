package tincan.lab.raw;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/// Bytes as a person can read them: as text if they are that, else in hex. A sign of several bytes may be cut by the
/// end of a read; its beginning is kept for the next. Owner: the thread that receives.
final class Shown {
    /// UTF-8 has at most so many bytes a sign.
    private static final int LONGEST_SIGN = 4;
    private static final HexFormat HEX = HexFormat.ofDelimiter(" ");

    private byte[] kept = {};

    /// What can be shown when these have come.
    ///
    /// @return nothing if that is not even one sign yet
    Optional<String> next(byte[] data) {
        byte[] all = Arrays.copyOf(kept, kept.length + data.length);
        System.arraycopy(data, 0, all, kept.length, data.length);
        ByteBuffer in = ByteBuffer.wrap(all);
        CharBuffer text = CharBuffer.allocate(all.length);
        CharsetDecoder decoder = UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
        boolean isText = !decoder.decode(in, text, false).isError() && in.remaining() < LONGEST_SIGN;
        String read = text.flip().toString();
        if (!isText || !isPrintable(read)) {
            kept = new byte[0];
            return Optional.of(HEX.formatHex(all));
        }
        kept = Arrays.copyOfRange(all, in.position(), all.length);
        return read.isEmpty() ? Optional.empty() : Optional.of(withoutEnd(read));
    }

    /// What was kept when no more comes.
    Optional<String> last() {
        return kept.length == 0 ? Optional.empty() : Optional.of(HEX.formatHex(kept));
    }

    private static boolean isPrintable(String text) {
        return text.codePoints().allMatch(sign -> sign == '\n' || sign == '\r' || sign == '\t'
                || (!Character.isISOControl(sign) && Character.isDefined(sign)));
    }

    /// What is printed stands on a line of its own anyway.
    private static String withoutEnd(String text) {
        String line = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
    }
}
