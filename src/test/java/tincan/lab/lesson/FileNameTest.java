package tincan.lab.lesson;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FileNameTest {

    @ParameterizedTest
    @ValueSource(strings = {"a.bin", "notes", "a b (1).tar.gz", "图片.png", "été.txt", "console", "com", "com10",
            "a..b"})
    void anOrdinaryNameStaysAsItIs(String name) {
        assertEquals(Optional.of(name), FileName.clean(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "...", " ", ". .", "/", "/etc/passwd", "../a", "a/b", "..\\a", "C:\\a",
            "\\\\host\\a"})
    void aNameOfAnotherFolderOrOfNothingIsRefused(String name) {
        assertEquals(Optional.empty(), FileName.clean(name));
    }

    @ParameterizedTest
    @CsvSource({".bashrc,bashrc", "..a,a", "a.,a", "'a. .',a", "' a',a", "C:a,C_a", "a*?.txt,a__.txt",
            "'a\"<>|b',a____b",
            "con,_con", "CON.txt,_CON.txt", "Lpt1,_Lpt1", "com².a,_com².a", "nul.tar.gz,_nul.tar.gz", ".nul,_nul"})
    void whatSomeSystemDoesNotTakeIsCleaned(String name, String clean) {
        assertEquals(Optional.of(clean), FileName.clean(name));
    }

    @Test
    void signsThatNobodySeesAreReplaced() {
        assertEquals(Optional.of("a_b_c_d_e"), FileName.clean("a\0b\nc\u202Ed\u2028e"));
    }

    @Test
    void aLongNameIsCutButKeepsItsExtension() {
        assertEquals(Optional.of("a".repeat(196) + ".txt"), FileName.clean("a".repeat(1000) + ".txt"));
        String chinese = FileName.clean("图".repeat(1000) + ".png").orElseThrow();
        assertTrue(chinese.getBytes(UTF_8).length <= FileName.LONGEST && chinese.endsWith("图.png"), chinese);
        String emoji = FileName.clean("👍".repeat(1000)).orElseThrow();
        assertEquals("👍".repeat(50), emoji);
        assertEquals(FileName.LONGEST, FileName.clean("a." + "b".repeat(1000)).orElseThrow().length());
    }

    @Test
    void theNextNameHasANumberBeforeItsExtension() {
        assertEquals("a (1).txt", FileName.numbered("a.txt", 1));
        assertEquals("a.tar (2).gz", FileName.numbered("a.tar.gz", 2));
        assertEquals("notes (3)", FileName.numbered("notes", 3));
    }

    @Test
    void aDeviceThatShowsWhenTheNameIsCutIsNoneEither() {
        assertEquals(Optional.of("_con.txt"), FileName.clean("con" + " ".repeat(250) + "x.txt"));
    }
}
