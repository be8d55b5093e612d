package tincan.ui.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tincan.secure.Code;
import tincan.session.GuestOptions;
import tincan.session.GuestOptions.Access;
import tincan.session.PeerAddress;
import tincan.session.SessionFailure;
import tincan.text.Text;
import tincan.ui.FakeNearby;
import tincan.ui.ScriptedSession;
import tincan.ui.ScriptedSessions;
import tincan.ui.OpenSession;
import tincan.ui.opening.Opening;
import tincan.ui.start.JoinViewModel.Field;

final class JoinViewModelTest {
    private final Deque<Runnable> seconds = new ArrayDeque<>();
    private final ScriptedSessions sessions = new ScriptedSessions();
    private final List<OpenSession> opened = new ArrayList<>();
    private final JoinViewModel join = new JoinViewModel(sessions,
            new Opening<>(Runnable::run, Runnable::run, opened::add), () -> "Bob", Text.in(Locale.ENGLISH),
            seconds::add);

    private final List<Field> attention = new ArrayList<>();

    @BeforeEach
    void listen() {
        join.onAttention(attention::add);
    }

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

    @Test
    void aPastedLinkIsTakenApart() {
        assertEquals(Optional.of("ada-laptop:9000"), join.takeLink("tincan://ada-laptop:9000/#7-maple-orbit"));
        assertEquals("7-maple-orbit", join.codeProperty().get());
    }

    @ParameterizedTest
    @ValueSource(strings = {"tincan://ada-laptop:9000", "tincan://ada-laptop/#7-mapl", "192.168.1.7", "7-maple-orbit",
            ""})
    void whatIsNoLinkWithACodeStaysAsItWasTyped(String typed) {
        assertEquals(Optional.empty(), join.takeLink(typed));
        assertEquals("", join.codeProperty().get());
    }

    @Test
    void aLinkThatWasTypedIsTakenApartWhenItIsJoined() {
        join.addressProperty().set("tincan://ada-laptop/#7-maple-orbit");
        join.join();
        assertEquals("ada-laptop", join.addressProperty().get());
        assertEquals(List.of(options("ada-laptop").withCode(Code.parse("7-maple-orbit").orElseThrow())),
                sessions.guests());
    }

    @Test
    void aLinkFromOutsideWaitsForAClick() {
        join.openLink("tincan://ada-laptop:9000/#7-maple-orbit");
        assertEquals(List.of("ada-laptop:9000", "7-maple-orbit"),
                List.of(join.addressProperty().get(), join.codeProperty().get()));
        assertEquals(List.of(), sessions.guests());
        join.openLink("tincan:nothing");
        assertEquals("That link leads to no session. Ask the host for a new one.", join.problemProperty().get());
    }

    @ParameterizedTest
    @ValueSource(strings = {"7-maple-orbit", "7 Maple Orbit", " 07mapleorbit ", "7_MAPLE/orbit"})
    void aCodeIsTakenHoweverItIsWritten(String typed) {
        join.addressProperty().set("ada-laptop");
        join.codeProperty().set(typed);
        join.join();
        assertEquals(List.of(options("ada-laptop").withCode(Code.parse("7-maple-orbit").orElseThrow())),
                sessions.guests());
    }

    @Test
    void whatIsNoCodeIsToldBeforeAnythingIsTried() {
        join.addressProperty().set("ada-laptop");
        join.codeProperty().set("7-mapel-orbit");
        join.join();
        assertEquals("That is not a code. Did you mean “maple”?", join.problemProperty().get());
        join.codeProperty().set("orbit");
        join.join();
        assertEquals("That is not a code. A code is a number and two words, such as 7-maple-orbit.",
                join.problemProperty().get());
        assertEquals(List.of(), sessions.guests());
        assertEquals(List.of(Field.CODE, Field.CODE), attention);
    }

    @Test
    void aCompletionIsReadyForTheNextWord() {
        join.codeProperty().set("7 map");
        assertEquals(List.of("7-maple"), join.completionsProperty().get());
        join.complete("7-maple");
        assertEquals("7-maple-", join.codeProperty().get());
        join.complete("7-maple-orbit");
        assertEquals("7-maple-orbit", join.codeProperty().get());
        assertEquals(List.of(), join.completionsProperty().get());
    }

    @ParameterizedTest
    @EnumSource(names = {"CODE_NEEDED", "WRONG_CODE"})
    void aCodeThatIsMissingOrWrongIsAskedFor(SessionFailure.Kind kind) {
        sessions.then(ScriptedSession.failing(kind, "ada-laptop"));
        join.addressProperty().set("ada-laptop");
        join.join();
        assertEquals(List.of(Field.CODE), attention);
        assertEquals(Text.in(Locale.ENGLISH).of("failure", kind, "ada-laptop"), join.problemProperty().get());
    }

    @Test
    void whoHasToWaitSeesTheSecondsGoBy() {
        sessions.then(ScriptedSession.failing(SessionFailure.Kind.WAIT, "2"));
        join.addressProperty().set("ada-laptop");
        join.join();
        assertTrue(join.problemProperty().get().contains("2 seconds"), join.problemProperty().get());
        assertFalse(join.joinable().get());
        seconds.remove().run();
        assertTrue(join.problemProperty().get().contains("one second"), join.problemProperty().get());
        seconds.remove().run();
        assertEquals("", join.problemProperty().get());
        assertTrue(join.joinable().get());
        assertEquals(List.of(Field.CODE), attention);
    }

    @Test
    void anotherAddressNeedNotWait() {
        sessions.then(ScriptedSession.failing(SessionFailure.Kind.WAIT, "60"));
        join.addressProperty().set("ada-laptop");
        join.join();
        join.addressProperty().set("grace-laptop");
        assertTrue(join.joinable().get());
    }

    @Test
    void anOpenLessonNearbyIsJoinedAtOnce() {
        join.join(FakeNearby.session(1, "Lesson", "Ada", true));
        assertEquals(List.of(options("192.168.1.7:8001").withAccess(Access.OPEN)), sessions.guests());
    }

    @Test
    void aPrivateSessionNearbyAsksForItsCodeAndNeverFallsBackToPlainText() {
        join.join(FakeNearby.session(1, "Talk", "Ada", false));
        assertEquals(List.of(), sessions.guests());
        assertEquals(List.of(Field.CODE), attention);
        join.join();
        assertEquals(List.of(options("192.168.1.7:8001").withAccess(Access.PRIVATE)), sessions.guests());
    }

    @Test
    void theWordsToCompareShowWhileTheHostDecides() {
        Deque<Runnable> background = new ArrayDeque<>();
        List<List<String>> shown = new ArrayList<>();
        JoinViewModel waiting = new JoinViewModel(sessions, new Opening<>(background::add, Runnable::run, opened::add),
                () -> "Bob", Text.in(Locale.ENGLISH), seconds::add);
        waiting.wordsProperty().subscribe(words -> {
            shown.add(words);
        });
        ScriptedSession session = ScriptedSession.knocking("maple", "orbit", "candle");
        session.leave();
        sessions.then(session);
        waiting.addressProperty().set("ada-laptop");
        waiting.join();
        background.remove().run();
        assertEquals(List.of(List.of(), List.of("maple", "orbit", "candle"), List.of()), shown);
    }

    @Test
    void wordsOfAnAttemptGivenUpShowNoMore() {
        Deque<Runnable> background = new ArrayDeque<>();
        JoinViewModel waiting = new JoinViewModel(sessions, new Opening<>(background::add, Runnable::run, opened::add),
                () -> "Bob", Text.in(Locale.ENGLISH), seconds::add);
        ScriptedSession session = ScriptedSession.knocking("maple");
        session.leave();
        sessions.then(session);
        waiting.addressProperty().set("ada-laptop");
        waiting.join();
        waiting.cancel();
        background.remove().run();
        assertEquals(List.of(), waiting.wordsProperty().get());
    }

    private static GuestOptions options(String address) {
        return new GuestOptions(PeerAddress.parse(address), "Bob");
    }
}
