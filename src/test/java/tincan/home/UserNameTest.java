package tincan.home;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class UserNameTest {

    @Test
    void whatCannotBeSeenIsTakenOut() {
        assertEquals("Ada Lovelace", UserName.clean("  Ada\u202e\tLovelace\n"));
    }

    @Test
    void isNoLongerThanANameMayBe() {
        assertEquals("😀".repeat(64), UserName.clean("😀".repeat(70)));
    }

    @Test
    void anAccountGetsACapitalAndLosesItsDomain() {
        assertEquals("Ada", UserName.ofAccount("LAB\\ada"));
    }

    @Test
    void anAccountWithoutANameIsAGuest() {
        assertEquals("Guest", UserName.ofAccount(" "));
    }
}
