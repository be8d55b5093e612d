package tincan.lab.raw;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ShownTest {

    @Test
    void textIsShownAsTextAndTheRestInHex() {
        assertEquals(Optional.of("Hello\tthere\nyou"), new Shown().next("Hello\tthere\nyou\r\n".getBytes(UTF_8)));
        assertEquals(Optional.of("00 01 ff"), new Shown().next(new byte[]{0, 1, (byte) 0xff}));
        assertEquals(Optional.of("1b 5b 32 4a"), new Shown().next("\u001b[2J".getBytes(UTF_8)));
        assertEquals(Optional.of("48 c3 28"), new Shown().next(new byte[]{'H', (byte) 0xc3, 0x28}));
        assertEquals(Optional.of(""), new Shown().next("\n".getBytes(UTF_8)));
    }

    @Test
    void aSignMayBeCutAnywhere() {
        String text = "né图👍.";
        byte[] data = text.getBytes(UTF_8);
        for (int cut = 0; cut <= data.length; cut++) {
            Shown shown = new Shown();
            String first = shown.next(Arrays.copyOf(data, cut)).orElse("");
            String second = shown.next(Arrays.copyOfRange(data, cut, data.length)).orElse("");

            assertEquals(text, first + second, "cut after " + cut);
            assertEquals(Optional.empty(), shown.last());
        }
    }

    @Test
    void whatNeverBecameASignIsShownAtTheEnd() {
        Shown shown = new Shown();
        assertEquals(Optional.of("a"), shown.next(new byte[]{'a', (byte) 0xe5, (byte) 0x9b}));

        assertEquals(Optional.of("e5 9b"), shown.last());
    }

    @Test
    void aLineBecomesBytesAsChosen() {
        RawOptions text = RawOptions.USUAL;
        RawOptions hex = text.withInput(RawOptions.Input.HEX).withLineEnd(RawOptions.LineEnd.NONE);
        assertArrayEquals("é\n".getBytes(UTF_8), text.bytes("é").orElseThrow());
        assertArrayEquals("a\r\n".getBytes(UTF_8), text.withLineEnd(RawOptions.LineEnd.CRLF).bytes("a").orElseThrow());
        assertArrayEquals(new byte[]{0x48, (byte) 0xff}, hex.bytes("48 FF").orElseThrow());
        assertArrayEquals(new byte[0], hex.bytes("").orElseThrow());
        assertEquals(Optional.empty(), hex.bytes("4"));
        assertEquals(Optional.empty(), hex.bytes("xy"));
    }
}
