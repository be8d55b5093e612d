package tincan;

import tools.jackson.core.SerializableString;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.io.SerializedString;
import org.jspecify.annotations.Nullable;

/// Escapes, beyond what JSON asks for, the signs that a terminal obeys (delete and the C1 controls) and those that some
/// programs take for the end of a line (U+0085, U+2028, U+2029), so that a line of output is one line for everybody.
final class LineEscapes extends CharacterEscapes {
    private static final long serialVersionUID = 1;
    private static final int DELETE = 0x7F;

    @Override
    public int[] getEscapeCodesForAscii() {
        int[] codes = standardAsciiEscapesForJSON();
        codes[DELETE] = ESCAPE_STANDARD;
        return codes;
    }

    @Override
    public @Nullable SerializableString getEscapeSequence(int sign) {
        boolean escaped = sign <= '\u009F' || sign == '\u2028' || sign == '\u2029';
        return escaped ? new SerializedString("\\u%04x".formatted(sign)) : null;
    }
}
