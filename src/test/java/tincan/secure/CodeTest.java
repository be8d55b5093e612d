package tincan.secure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CodeTest {
    @ParameterizedTest
    @ValueSource(strings = {"7-maple-orbit", "7 maple orbit", " 7  Maple, ORBIT. ", "7maple-orbit", "7mapleorbit",
            "07-maple-orbit",
            "7–maple–orbit", "7_maple_orbit", "7\u00a0maple\torbit\n"})
    void aCodeMayBeTypedInManyWays(String typed) {
        assertEquals(Optional.of(new Code(7, "maple", "orbit")), Code.parse(typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7", "maple-orbit", "7-maple", "0-maple-orbit", "65-maple-orbit", "100-maple-orbit",
            "7-maple-orbits",
            "7-mapel-orbit", "7-maple-orbit-tiger", "maple-orbit-7", "七-maple-orbit",
            "7                                                                       maple orbit"})
    void whatIsNoCodeIsNone(String typed) {
        assertEquals(Optional.empty(), Code.parse(typed));
    }

    @Test
    void everyCodeThatIsShownIsReadBackWithAndWithoutItsHyphens() {
        for (String first : Words.all()) {
            for (String second : Words.all()) {
                Code code = new Code(64, first, second);
                assertEquals(Optional.of(code), Code.parse(code.spoken()));
                assertEquals(Optional.of(code), Code.parse("64" + first + second));
            }
        }
    }

    @Test
    void theWordsAre256AndTellApartByTheirFirstThreeLetters() {
        Set<String> beginnings = new HashSet<>();
        Words.all().forEach(word -> beginnings.add(word.substring(0, 3)));
        assertEquals(256, Words.all().size());
        assertEquals(256, beginnings.size());
        assertTrue(Words.all().stream().allMatch(word -> word.matches("[a-z]{4,8}")));
    }

    @Test
    void codesDiffer() {
        SecureRandom random = new SecureRandom();
        Set<Code> codes = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            codes.add(Code.random(random));
        }
        assertTrue(codes.size() > 990, () -> codes.size() + " different codes of 1000");
    }

    @Test
    void theLastWordIsCompletedWhileItIsTyped() {
        assertEquals(List.of(), Code.completions("7"));
        assertEquals(List.of(), Code.completions("7-"));
        assertEquals(List.of("7-maple"), Code.completions("7-map"));
        assertEquals(List.of("7-magnet", "7-mango", "7-maple", "7-marble"), Code.completions("7 Ma").stream()
                .filter(each -> !each.contains("machine")).toList());
        assertEquals(List.of("7-maple-orbit"), Code.completions("7maple orb"));
        assertEquals(List.of(), Code.completions("7-maple-orbit"));
        assertEquals(List.of(), Code.completions("seven ma"));
    }

    @Test
    void aMistypedWordIsRecognized() {
        assertEquals(Optional.of("maple"), Code.meant("7-mapel-orbit"));
        assertEquals(Optional.of("orbit"), Code.meant("7-maple-orbitt"));
        assertEquals(Optional.empty(), Code.meant("7-maple-orbit"));
        assertEquals(Optional.empty(), Code.meant("7-qqqqqq-orbit"));
    }

    @Test
    void aCodeDoesNotShowItselfInALog() {
        assertFalse(new Code(7, "maple", "orbit").toString().contains("maple"));
    }
}
