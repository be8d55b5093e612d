package tincan.nearby;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Text in fields that count bytes.
final class Utf8 {
    private static final int CONTINUATION_MASK = 0xC0;
    private static final int CONTINUATION = 0x80;

    private Utf8() {}

    /// As much of `text` as has room in `most` bytes, without half a code point at the end.
    static byte[] cut(String text, int most) {
        byte[] all = text.getBytes(StandardCharsets.UTF_8);
        int length = Math.min(all.length, most);
        while (length > 0 && length < all.length && (all[length] & CONTINUATION_MASK) == CONTINUATION) {
            length--;
        }
        return Arrays.copyOf(all, length);
    }
}
