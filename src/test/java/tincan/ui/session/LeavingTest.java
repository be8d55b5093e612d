package tincan.ui.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import tincan.session.EndReason;
import tincan.session.LinkState;
import tincan.session.SessionEvent;
import tincan.session.Stand;
import tincan.text.Text;
import tincan.ui.NoSound;
import tincan.ui.OpenSession;
import tincan.ui.SessionFeed;

/// Leaving while something that was said is still here.
final class LeavingTest {
    private final FakeSession session = FakeSession.guest();
    private final SessionViewModel model = shown();
    private final LeavingViewModel leaving = model.leaving();

    private SessionViewModel shown() {
        SessionFeed feed = new SessionFeed();
        session.start(feed);
        SessionViewModel made = new SessionViewModel(new OpenSession(session, feed), Text.in(Locale.ENGLISH),
                Runnable::run, _ -> {
                }, ZoneOffset.UTC, InstantSource.fixed(FakeSession.MORNING), NoSound::new);
        made.start();
        session.tell(new SessionEvent.StateChanged(LinkState.CONNECTED, EndReason.NONE));
        return made;
    }

    private void write(String words) {
        model.composer().draftProperty().set(words);
        model.composer().send();
    }

    @Test
    void whoHasNothingToLoseIsNotAsked() {
        write("hello");
        session.confirm(1, FakeSession.MORNING);
        model.composer().draftProperty().set("not sent on purpose");

        assertTrue(leaving.mayLeave());
        assertFalse(leaving.askingProperty().get());
    }

    @Test
    void whatHasNotArrivedIsAskedAboutOnce() {
        session.tell(new SessionEvent.StateChanged(LinkState.RECONNECTING, EndReason.SILENT));
        write("one");
        write("two");

        assertFalse(leaving.mayLeave());
        assertTrue(leaving.askingProperty().get());
        assertEquals(2, leaving.pendingProperty().get());
        assertEquals(List.of("one", "two"), leaving.pendingTexts());
        assertTrue(leaving.mayLeave());
    }

    @Test
    void whatWasWrittenToABrokenConnectionMayStillBeLost() {
        write("one");
        session.tell(new SessionEvent.Progress(1, 0));
        session.tell(new SessionEvent.StateChanged(LinkState.RECONNECTING, EndReason.SILENT));

        assertFalse(leaving.mayLeave());
    }

    @Test
    void aDraftThatWaitsForItsTurnCountsToo() {
        session.stand(Stand.TAKEN, 1, 0);
        write("over to you");

        assertFalse(leaving.mayLeave());
        assertEquals(List.of("over to you"), leaving.pendingTexts());
        model.composer().stopWaiting();
        assertFalse(leaving.askingProperty().get());
        assertTrue(leaving.mayLeave());
    }

    @Test
    void theQuestionGoesWhenEverythingHasArrivedAndComesAgain() {
        write("one");
        assertFalse(leaving.mayLeave());
        session.confirm(1, FakeSession.MORNING);
        assertFalse(leaving.askingProperty().get());
        write("two");

        assertFalse(leaving.mayLeave());
        assertEquals(List.of("two"), leaving.pendingTexts());
    }

    @Test
    void afterTheEndNothingIsAsked() {
        write("late");
        assertFalse(leaving.mayLeave());
        session.tell(new SessionEvent.StateChanged(LinkState.CLOSED, EndReason.HOST_ENDED));

        assertFalse(leaving.askingProperty().get());
        assertTrue(leaving.mayLeave());
    }
}
