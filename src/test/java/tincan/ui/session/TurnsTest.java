package tincan.ui.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tincan.room.Entry;
import tincan.room.Mode;
import tincan.session.EndReason;
import tincan.session.LinkState;
import tincan.session.Privacy;
import tincan.session.Sending;
import tincan.session.SessionEvent;
import tincan.session.Stand;
import tincan.text.Text;
import tincan.ui.FakeControls;
import tincan.ui.NoSound;
import tincan.ui.OpenSession;
import tincan.ui.SessionFeed;
import tincan.ui.talk.FloorAction;
import tincan.ui.talk.FloorViewModel;

/// Taking turns, as a session's screen shows and does it.
final class TurnsTest {
    private final Deque<Runnable> seconds = new ArrayDeque<>();

    private SessionViewModel shown(FakeSession session) {
        SessionFeed feed = new SessionFeed();
        session.start(feed);
        SessionViewModel model = new SessionViewModel(new OpenSession(session, feed), Text.in(Locale.ENGLISH),
                Runnable::run, seconds::add, ZoneOffset.UTC, InstantSource.fixed(FakeSession.MORNING), NoSound::new);
        model.start();
        session.tell(new SessionEvent.StateChanged(LinkState.CONNECTED, EndReason.NONE));
        return model;
    }

    private static void write(SessionViewModel model, String words) {
        model.composer().draftProperty().set(words);
        model.composer().send();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"OFF|0|0|''", "IDLE|0|0|The floor is free",
            "REQUESTED|0|0|Asking for the floor…", "GRANTED|2|0|The floor is yours", "TAKEN|1|0|Ada has the floor",
            "QUEUED|1|1|You are next after Ada", "QUEUED|1|3|Ada has the floor; you are number 3 in line"})
    void theLampHasWords(Stand stand, int holder, int position, String words) {
        FakeSession session = FakeSession.guest();
        SessionViewModel model = shown(session);
        session.stand(stand, holder, position);

        assertEquals(words, model.talk().floor().wordsProperty().get());
    }

    @Test
    void oneButtonAsksAndGivesBack() {
        FakeSession session = FakeSession.guest();
        FloorViewModel floor = shown(session).talk().floor();
        session.stand(Stand.IDLE, 0, 0);

        assertEquals(FloorAction.TAKE, floor.actionProperty().get());
        floor.act();
        assertEquals(FloorAction.CANCEL, floor.actionProperty().get());
        session.stand(Stand.GRANTED, 2, 0);
        assertEquals(FloorAction.OVER, floor.actionProperty().get());
        floor.act();
        assertEquals(FloorAction.TAKE, floor.actionProperty().get());
        session.stand(Stand.TAKEN, 1, 0);
        assertEquals(FloorAction.QUEUE, floor.actionProperty().get());

        assertEquals(List.of("request", "release"), session.asked);
    }

    @Test
    void withoutAConnectionNothingIsAskedFor() {
        FakeSession session = FakeSession.guest();
        SessionViewModel model = shown(session);
        session.stand(Stand.IDLE, 0, 0);
        session.tell(new SessionEvent.StateChanged(LinkState.RECONNECTING, EndReason.SILENT));

        model.talk().floor().act();
        write(model, "late");

        assertEquals(List.of(), session.asked);
        assertEquals("late", model.composer().draftProperty().get());
        assertFalse(model.composer().troubleProperty().get().isEmpty());
    }

    @Test
    void whatIsSentWhileAnotherSpeaksGoesOutWithTheTurn() {
        FakeSession session = FakeSession.guest();
        SessionViewModel model = shown(session);
        session.stand(Stand.TAKEN, 1, 0);

        write(model, "hello");
        assertEquals(List.of("request"), session.asked);
        assertTrue(model.composer().waitingProperty().get());
        session.stand(Stand.QUEUED, 1, 1);
        model.composer().draftProperty().set("hello, Ada");
        model.composer().send();
        assertEquals(List.of(), session.said);
        session.stand(Stand.GRANTED, 2, 0);

        assertEquals(List.of("hello, Ada"), session.said);
        assertEquals("", model.composer().draftProperty().get());
        assertFalse(model.composer().waitingProperty().get());
        assertEquals(List.of("request"), session.asked, "the floor stays this side's until Over");
    }

    @Test
    void whoNoLongerWantsToKeepsTheDraft() {
        FakeSession session = FakeSession.guest();
        SessionViewModel model = shown(session);
        session.stand(Stand.TAKEN, 1, 0);
        write(model, "hello");
        session.stand(Stand.QUEUED, 1, 2);

        model.composer().stopWaiting();
        session.stand(Stand.GRANTED, 2, 0);

        assertEquals(List.of("request", "release"), session.asked);
        assertEquals(List.of(), session.said);
        assertEquals("hello", model.composer().draftProperty().get());
    }

    @Test
    void whoIsNotGivenTheFloorIsToldWhyAndKeepsTheDraft() {
        FakeSession session = FakeSession.guest();
        SessionViewModel model = shown(session);
        session.stand(Stand.TAKEN, 1, 0);
        write(model, "hello");

        session.tell(new SessionEvent.FloorDenied("queue-full"));
        session.stand(Stand.TAKEN, 1, 0);

        assertFalse(model.composer().waitingProperty().get());
        assertEquals("hello", model.composer().draftProperty().get());
        assertEquals("Too many wait for the floor. Try again in a moment.",
                model.talk().floor().noticeProperty().get());
    }

    @Test
    void inAChatWhatWaitedGoesOut() {
        FakeSession session = FakeSession.guest();
        SessionViewModel model = shown(session);
        session.stand(Stand.TAKEN, 1, 0);
        write(model, "hello");
        session.stand(Stand.OFF, 0, 0);

        assertEquals(List.of("hello"), session.said);
        assertEquals(Mode.CHAT, model.talk().floor().modeProperty().get());
    }

    @Test
    void aTurnThatEndedWhileSendingKeepsTheDraft() {
        FakeSession session = FakeSession.guest();
        SessionViewModel model = shown(session);
        session.stand(Stand.GRANTED, 2, 0);
        session.refusal = Optional.of(Sending.Why.NOT_YOUR_TURN);
        write(model, "hello");

        assertEquals("hello", model.composer().draftProperty().get());
        assertFalse(model.composer().troubleProperty().get().isEmpty());
    }

    @Test
    void whyATurnEndedIsSaidForAWhile() {
        FakeSession session = FakeSession.guest();
        FloorViewModel floor = shown(session).talk().floor();
        session.stand(Stand.GRANTED, 2, 0);
        session.tell(new SessionEvent.FloorRevoked("limit"));
        session.stand(Stand.IDLE, 0, 0);

        assertEquals("Your time was up: the floor went on.", floor.noticeProperty().get());
        for (int i = 0; i < 8; i++) {
            seconds.remove().run();
        }
        assertEquals("", floor.noticeProperty().get());
    }

    @Test
    void aReasonOfALaterVersionIsSaidInGeneral() {
        FakeSession session = FakeSession.guest();
        FloorViewModel floor = shown(session).talk().floor();
        session.tell(new SessionEvent.FloorRevoked("bored"));

        assertEquals("The host took the floor back.", floor.noticeProperty().get());
    }

    @Test
    void whoComesToTheEndIsWarned() {
        FakeSession session = FakeSession.guest();
        FloorViewModel floor = shown(session).talk().floor();
        session.stand(Stand.GRANTED, 2, 0);
        session.tell(new SessionEvent.FloorWarning(Duration.ofMillis(4_900)));

        assertEquals("5 seconds left: come to an end.", floor.noticeProperty().get());
    }

    @Test
    void aHostChoosesHowItIsSpokenInAndBreaksIn() {
        FakeSession session = FakeSession.host(Privacy.CODE);
        FakeControls controls = session.controls.orElseThrow();
        FloorViewModel floor = shown(session).talk().floor();
        session.join(2, "Bob");

        floor.choose(Mode.WALKIE_TALKIE);
        session.stand(Stand.IDLE, 0, 0);
        assertFalse(floor.breakableProperty().get());
        session.stand(Stand.TAKEN, 2, 0);
        assertTrue(floor.breakableProperty().get());
        floor.breakIn();

        assertEquals(List.of("mode walkie-talkie", "take floor"), controls.done());
    }

    @Test
    void aGuestSeesOnlyHowItIsSpokenIn() {
        FakeSession session = FakeSession.guest();
        FloorViewModel floor = shown(session).talk().floor();
        session.stand(Stand.TAKEN, 1, 0);

        assertFalse(floor.choosesMode());
        assertFalse(floor.breakableProperty().get());
    }

    @Test
    void theMembersShowWhoSpeaks() {
        FakeSession session = FakeSession.guest();
        SessionViewModel model = shown(session);
        session.stand(Stand.TAKEN, 1, 0);
        assertEquals(List.of(true, false),
                model.members().lines().stream().map(MembersViewModel.MemberLine::speaks).toList());
        session.stand(Stand.IDLE, 0, 0);
        assertEquals(List.of(false, false),
                model.members().lines().stream().map(MembersViewModel.MemberLine::speaks).toList());
    }

    @Test
    void theRingKeepsItsWholeForOneTurn() {
        FakeSession session = FakeSession.guest();
        FloorViewModel floor = shown(session).talk().floor();
        session.stand(Stand.TAKEN, 1, 0);
        long whole = floor.limitProperty().get().whole();
        session.tell(new SessionEvent.FloorChanged(session.floor));

        assertTrue(whole > 0);
        assertEquals(whole, floor.limitProperty().get().whole());
        session.stand(Stand.IDLE, 0, 0);
        assertEquals(0, floor.limitProperty().get().whole());
    }

    @Test
    void whatChangedStandsInTheConversation() {
        FakeSession session = FakeSession.guest();
        SessionViewModel model = shown(session);
        session.entry(1, "Ada", new Entry.ModeSet(Mode.WALKIE_TALKIE), FakeSession.MORNING);

        assertTrue(model.conversation().rows().getLast() instanceof Row.Notice notice
                && notice.words().equals("Ada switched to walkie-talkie: one speaks at a time"));
    }
}
