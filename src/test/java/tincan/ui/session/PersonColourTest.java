package tincan.ui.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class PersonColourTest {

    @Test
    void theFirstEightMembersDiffer() {
        Set<String> colours = IntStream.rangeClosed(1, 8).mapToObj(PersonColour::of).collect(Collectors.toSet());
        assertEquals(Set.copyOf(PersonColour.CLASSES), colours);
    }

    @Test
    void theNinthBeginsAgain() {
        assertEquals("person-0", PersonColour.of(1));
        assertEquals("person-0", PersonColour.of(9));
    }

    @Test
    void aMemberWithoutANumberYetHasAColourToo() {
        assertEquals("person-7", PersonColour.of(0));
    }
}
