package tincan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import tincan.session.EndReason;
import tincan.session.SessionFailure;

final class ExitTest {

    @Test
    void theNumbersAreThoseOfTheManual() {
        assertEquals(List.of(0, 2, 3, 4, 5, 6, 7), Arrays.stream(Exit.values()).map(Exit::code).toList());
    }

    @Test
    void leavingAndAHostThatEndsAreNoFault() {
        assertEquals(Exit.OK, Exit.of(EndReason.LEFT));
        assertEquals(Exit.OK, Exit.of(EndReason.HOST_ENDED));
    }

    @Test
    void eachKindOfFaultHasItsNumber() {
        assertEquals(Exit.CANNOT_LISTEN, Exit.of(SessionFailure.Kind.PORT_IN_USE));
        assertEquals(Exit.CANNOT_REACH, Exit.of(SessionFailure.Kind.CONNECTION_REFUSED));
        assertEquals(Exit.REFUSED, Exit.of(SessionFailure.Kind.FULL));
        assertEquals(Exit.CONNECTION_LOST, Exit.of(EndReason.SILENT));
        assertEquals(Exit.BAD_DATA, Exit.of(EndReason.BAD_DATA));
        assertEquals(Exit.BAD_DATA, Exit.of(SessionFailure.Kind.NOT_TINCAN));
    }
}
