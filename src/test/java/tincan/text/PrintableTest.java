package tincan.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PrintableTest {

    @Test
    void ordinaryTextOfAnyScriptStaysAsItIs() {
        String text = "héllo, 你好, مرحبا, 👩‍👩‍👧 \t tab";
        assertEquals(text, Printable.lines(text));
    }

    @Test
    void aLaterLineIsIndentedSoThatItCannotPassForSomebodyElses() {
        assertEquals("hello\n  Bob: I never said this", Printable.lines("hello\nBob: I never said this"));
    }

    @Test
    void aLineEndOfWindowsIsALineEnd() {
        assertEquals("a\n  b", Printable.lines("a\r\nb"));
    }

    @Test
    void aNameStaysOnOneLine() {
        assertEquals("Ada␊* Bob joined", Printable.line("Ada\n* Bob joined"));
    }

    @Test
    void theEscapeThatStartsATerminalCommandIsShown() {
        assertEquals("␛[2J␛]0;title␇", Printable.lines("\u001b[2J\u001b]0;title\u0007"));
    }

    @Test
    void everyControlCharacterButTabAndLineFeedIsReplaced() {
        for (char sign = 0; sign < 0xA0; sign++) {
            String shown = Printable.lines("" + sign);
            boolean control = Character.isISOControl(sign) && sign != '\t' && sign != '\n';
            assertEquals(!control, shown.indexOf(sign) >= 0, "U+%04X became %s".formatted((int) sign, shown));
        }
    }

    @ParameterizedTest
    @ValueSource(chars = {'\u009B', '\u2028', '\u2029', '\u202E', '\u2066'})
    void whatSomeTerminalsObeyIsNamedByItsNumber(char sign) {
        assertEquals("<U+%04X>".formatted((int) sign), Printable.lines("" + sign));
    }
}
