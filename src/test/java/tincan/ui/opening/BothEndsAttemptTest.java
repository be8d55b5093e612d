package tincan.ui.opening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import tincan.session.HostOptions;
import tincan.session.SessionFailure;
import tincan.text.Text;
import tincan.ui.BothEnds;
import tincan.ui.ScriptedSession;
import tincan.ui.ScriptedSessions;

final class BothEndsAttemptTest {
    private static final Text TEXT = Text.in(Locale.ENGLISH);

    private final ScriptedSessions sessions = new ScriptedSessions();

    @Test
    void theGuestJoinsWhereTheHostListens() throws Exception {
        BothEnds ends = attempt().open();
        assertEquals(List.of("Guest at 127.0.0.1:" + ScriptedSession.PORT), sessions.joined());
        assertTrue(ends.host().session().hosting());
    }

    @Test
    void theHostListensOnThisComputerAlone() throws Exception {
        attempt().open();
        assertEquals(List.of(options().onLoopback()), sessions.hosted());
    }

    @Test
    void aGuestThatFailsTakesTheHostWithIt() throws Exception {
        ScriptedSession host = ScriptedSession.host("Lesson", "Ada");
        sessions.then(host).then(ScriptedSession.failing(SessionFailure.Kind.NO_ANSWER, "127.0.0.1"));
        assertThrows(SessionFailure.class, attempt()::open);
        assertTrue(host.hasLeft());
    }

    @Test
    void givingUpLeavesBoth() throws Exception {
        ScriptedSession host = ScriptedSession.host("Lesson", "Ada");
        ScriptedSession guest = ScriptedSession.guest("Lesson", "Guest");
        sessions.then(host).then(guest);
        BothEndsAttempt attempt = attempt();
        attempt.open();
        attempt.abandon();
        assertTrue(host.hasLeft());
        assertTrue(guest.hasLeft());
    }

    private BothEndsAttempt attempt() {
        return new BothEndsAttempt(sessions, options(), "Guest");
    }

    private static HostOptions options() {
        return HostOptions.open("Ada", "Lesson", 0, TEXT);
    }
}
