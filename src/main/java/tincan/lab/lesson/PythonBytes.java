package tincan.lab.lesson;

import java.util.HexFormat;

/// Bytes as Python shows them: `b'Hello\n'`.
final class PythonBytes {
    private static final int FIRST_SHOWN = ' ';
    private static final int LAST_SHOWN = '~';

    private PythonBytes() {}

    static String of(byte[] data) {
        char quote = contains(data, '\'') && !contains(data, '"') ? '"' : '\'';
        StringBuilder shown = new StringBuilder("b").append(quote);
        for (byte each : data) {
            int value = Byte.toUnsignedInt(each);
            switch (value) {
                case '\\' -> shown.append("\\\\");
                case '\t' -> shown.append("\\t");
                case '\n' -> shown.append("\\n");
                case '\r' -> shown.append("\\r");
                default -> {
                    if (value == quote) {
                        shown.append('\\').append(quote);
                    } else if (value >= FIRST_SHOWN && value <= LAST_SHOWN) {
                        shown.append((char) value);
                    } else {
                        shown.append("\\x").append(HexFormat.of().toHexDigits(each));
                    }
                }
            }
        }
        return shown.append(quote).toString();
    }

    private static boolean contains(byte[] data, char sign) {
        for (byte each : data) {
            if (each == sign) {
                return true;
            }
        }
        return false;
    }
}
