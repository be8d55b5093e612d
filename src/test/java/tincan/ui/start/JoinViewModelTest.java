package tincan.ui.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tincan.session.SessionFailure;
import tincan.text.Text;
import tincan.ui.ScriptedSession;
import tincan.ui.ScriptedSessions;
import tincan.ui.OpenSession;
import tincan.ui.opening.Opening;

final class JoinViewModelTest {
    private final Deque<Runnable> seconds = new ArrayDeque<>();
    private final ScriptedSessions sessions = new ScriptedSessions();
    private final List<OpenSession> opened = new ArrayList<>();
    private final JoinViewModel join = new JoinViewModel(sessions,
            new Opening<>(Runnable::run, Runnable::run, opened::add), () -> "Bob", Text.in(Locale.ENGLISH),
            seconds::add);

    @Test
    void joinsUnderTheUsersName() {
        join.addressProperty().set(" 192.168.1.7 ");
        join.join();
        assertEquals(List.of("Bob at 192.168.1.7"), sessions.joined());
        assertEquals(1, opened.size());
    }

    @Test
    void takesALink() {
        join.addressProperty().set("tincan://ada-laptop:9000/#7-maple-orbit");
        join.join();
        assertEquals(List.of("Bob at ada-laptop:9000"), sessions.joined());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "two words", "host:99999", "http://x/"})
    void tellsThatSomethingIsNoAddress(String typed) {
        join.addressProperty().set(typed);
        join.join();
        assertEquals(List.of(), sessions.joined());
        assertNotEquals("", join.problemProperty().get());
    }

    @Test
    void aProblemGoesWhenOneTypesOn() {
        join.join();
        join.addressProperty().set("1");
        assertEquals("", join.problemProperty().get());
    }

    @Test
    void aFailureIsToldAndTheAddressStays() {
        sessions.then(ScriptedSession.failing(SessionFailure.Kind.UNREACHABLE, "10.0.0.1"));
        join.addressProperty().set("10.0.0.1");
        join.join();
        assertEquals("There is no way to 10.0.0.1 from this network. Check the cable or the Wi-Fi.",
                join.problemProperty().get());
        assertEquals("10.0.0.1", join.addressProperty().get());
    }

    @Test
    void anAddressJoinedBeforeIsFilledInAndJoined() {
        join.join("ada-laptop");
        assertEquals("ada-laptop", join.addressProperty().get());
        assertEquals(List.of("Bob at ada-laptop"), sessions.joined());
    }
}
