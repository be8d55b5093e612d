package tincan.ui.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tincan.session.HostOptions;
import tincan.session.Privacy;
import tincan.session.SessionFailure;
import tincan.text.Text;
import tincan.ui.ScriptedSession;
import tincan.ui.ScriptedSessions;
import tincan.ui.OpenSession;
import tincan.ui.opening.Opening;

final class HostViewModelTest {
    private final ScriptedSessions sessions = new ScriptedSessions();
    private final List<OpenSession> opened = new ArrayList<>();
    private final HostViewModel host = new HostViewModel(sessions,
            new Opening<>(Runnable::run, Runnable::run, opened::add), () -> "Ada", Text.in(Locale.ENGLISH));

    @Test
    void hostsAtTheUsualPortUnderAUsualTitle() {
        host.host();
        assertEquals(List.of("Ada’s session at 8462"), asked());
        assertEquals(1, opened.size());
    }

    @Test
    void takesAnyFreePortIfTheUsualOneIsTaken() {
        sessions.then(taken());
        host.host();
        assertEquals(List.of("Ada’s session at 8462", "Ada’s session at 0"), asked());
        assertEquals("", host.problemProperty().get());
    }

    @Test
    void tellsThatAPortIsTakenThatWasAskedFor() {
        sessions.then(taken());
        host.portProperty().set("8462");
        host.host();
        assertEquals(1, asked().size());
        assertEquals("Port 8462 is in use by another program. Try another one, or 0 for any free port.",
                host.problemProperty().get());
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "-1", "65536", "1.5", "99999999999"})
    void tellsThatSomethingIsNoPort(String typed) {
        host.portProperty().set(typed);
        host.host();
        assertEquals(List.of(), asked());
        assertNotEquals("", host.problemProperty().get());
    }

    @Test
    void aUsualTitleFollowsTheName() {
        host.rename("Ada", "Bob");
        assertEquals("Bob’s session", host.titleProperty().get());
    }

    @Test
    void aTitleOfOnesOwnStays() {
        host.titleProperty().set("Sockets");
        host.rename("Ada", "Bob");
        assertEquals("Sockets", host.titleProperty().get());
    }

    @Test
    void anEmptyTitleBecomesTheUsualOne() {
        host.titleProperty().set("  ");
        host.host();
        assertEquals(List.of("Ada’s session at 8462"), asked());
    }

    @Test
    void isPrivateUnlessAskedOtherwiseAndAnnounced() {
        host.host();
        host.wordsProperty().set(true);
        host.host();
        host.kindProperty().set(HostViewModel.Kind.OPEN_LESSON);
        host.host();
        assertEquals(List.of(Privacy.CODE, Privacy.WORDS, Privacy.OPEN),
                sessions.hosted().stream().map(HostOptions::privacy).toList());
        assertTrue(sessions.hosted().stream().allMatch(HostOptions::announced));
    }

    @Test
    void saysWhatTheChoiceMeans() {
        assertEquals("Encrypted. A code on your screen lets people in.", host.meaningProperty().get());
        host.kindProperty().set(HostViewModel.Kind.OPEN_LESSON);
        assertTrue(host.meaningProperty().get().startsWith("Plain text"), host.meaningProperty().get());
    }

    private static ScriptedSession taken() {
        return ScriptedSession.failing(SessionFailure.Kind.PORT_IN_USE, "8462");
    }

    private List<String> asked() {
        return sessions.hosted().stream().map(HostViewModelTest::brief).toList();
    }

    private static String brief(HostOptions options) {
        return options.title() + " at " + options.port();
    }
}
