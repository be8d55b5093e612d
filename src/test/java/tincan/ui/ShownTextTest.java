package tincan.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ShownTextTest {

    @Test
    void plainTextStaysAsItIs() {
        assertEquals("a\tb\nc é 你好 😀", ShownText.of("a\tb\nc é 你好 😀"));
    }

    @Test
    void lineEndsOfAllSystemsAreOne() {
        assertEquals("a\nb\nc", ShownText.of("a\r\nb\rc"));
    }

    @Test
    void controlCharactersShowInsteadOfActing() {
        assertEquals("^[[31mred^@^G^?\uFFFD", ShownText.of("\u001b[31mred\0\u0007\u007f\u0085"));
    }

    @Test
    void directionOverridesAndHalfCharactersAreReplaced() {
        assertEquals("gpj\uFFFDexe\uFFFD", ShownText.of("gpj\u202Eexe\uD83D"));
    }
}
