package tincan.ui.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTest {
    private static final Instant MORNING = Instant.parse("2026-11-21T09:41:00Z");

    @Test
    void aNameHasTheTitleAndTheTime() {
        assertEquals("Ada’s session 2026-11-21 0941", FileName.of("Ada’s session", MORNING, ZoneOffset.UTC));
        assertEquals("2026-11-21 0941", FileName.of("", MORNING, ZoneOffset.UTC));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
            "../../etc/passwd|etc-passwd",
            "a:b*c?<d>|a-b-c-d",
            "套接字 第一课|套接字 第一课",
            "...|\"\"",
            "con.|con",
            "  spaced   out  |spaced out"})
    void aTitleIsMadeSafe(String title, String name) {
        assertEquals(name, FileName.clean(title));
    }

    @Test
    void noSignOfATitleTurnsOrEndsTheName() {
        assertEquals("a-gpj-exe", FileName.clean("a\u202egpj.exe"));
        assertEquals("x-31my", FileName.clean("x\u0000\n\u001b[31my"));
    }

    @Test
    void aLongTitleIsCut() {
        assertEquals("x".repeat(60), FileName.clean("x".repeat(5_000)));
    }
}
