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
import java.util.Set;
import org.junit.jupiter.api.Test;
import tincan.room.Entry;
import tincan.session.EndReason;
import tincan.session.LinkState;
import tincan.session.SessionEvent;
import tincan.session.Stand;
import tincan.session.VoicePath;
import tincan.text.Text;
import tincan.ui.NoSound;
import tincan.ui.OpenSession;
import tincan.ui.SessionFeed;
import tincan.ui.talk.PushToTalk.Hand;
import tincan.ui.talk.VoiceViewModel;
import tincan.voice.audio.Tone;
import tincan.voice.audio.Trouble;

/// The voice of a session, as its screen shows and does it.
final class VoiceTest {
    private final Deque<Runnable> seconds = new ArrayDeque<>();
    private final FakeSession session = FakeSession.guest();
    private final SessionViewModel model = shown();
    private final VoiceViewModel voice = model.talk().voice();

    private SessionViewModel shown() {
        SessionFeed feed = new SessionFeed();
        session.start(feed);
        SessionViewModel shown = new SessionViewModel(new OpenSession(session, feed), Text.in(Locale.ENGLISH),
                Runnable::run, seconds::add, ZoneOffset.UTC, InstantSource.fixed(FakeSession.MORNING), NoSound::new);
        shown.start();
        session.tell(new SessionEvent.StateChanged(LinkState.CONNECTED, EndReason.NONE));
        return shown;
    }

    private FakeVoice joined() {
        voice.toggle();
        return session.voice.orElseThrow();
    }

    @Test
    void itIsJoinedAndLeft() {
        voice.toggle();
        assertTrue(voice.joinedProperty().get());
        voice.toggle();
        assertFalse(voice.joinedProperty().get());
        assertEquals(Optional.empty(), session.voice);
    }

    @Test
    void theKeyTalksWhileTurnsAreTaken() {
        FakeVoice fake = joined();
        session.stand(Stand.IDLE, 0, 0);
        model.talk().push().press(Hand.KEY);
        session.stand(Stand.GRANTED, 2, 0);
        model.talk().push().release(Hand.KEY);

        assertEquals(List.of("press", "release"), fake.pressed);
        assertEquals(List.of(), session.asked, "the voice asks for the floor itself");
    }

    @Test
    void inAChatTheKeyDoesNothing() {
        FakeVoice fake = joined();
        model.talk().push().press(Hand.KEY);

        assertEquals(List.of(), fake.pressed);
    }

    @Test
    void aTurnThatIsTakenAwayLetsGo() {
        FakeVoice fake = joined();
        session.stand(Stand.GRANTED, 2, 0);
        model.talk().push().press(Hand.BUTTON);
        session.tell(new SessionEvent.FloorRevoked("limit"));

        assertEquals(List.of("press", "release"), fake.pressed);
    }

    @Test
    void aLostConnectionLetsGo() {
        FakeVoice fake = joined();
        session.stand(Stand.GRANTED, 2, 0);
        model.talk().push().toggleLatch();
        session.tell(new SessionEvent.StateChanged(LinkState.RECONNECTING, EndReason.SILENT));

        assertEquals(List.of("press", "release"), fake.pressed);
        assertFalse(model.talk().push().latchedProperty().get());
    }

    @Test
    void whoSaysOverLetsGoAndTheVoiceGivesTheFloorAwayAfterTheLastWord() {
        FakeVoice fake = joined();
        session.stand(Stand.GRANTED, 2, 0);
        model.talk().push().toggleLatch();
        model.talk().over();

        assertEquals(List.of("press", "release"), fake.pressed);
        assertFalse(model.talk().push().latchedProperty().get());
        assertEquals(List.of(), session.asked);
    }

    @Test
    void whoSaysOverWhileItWaitsAsksForTheFloorNoLonger() {
        FakeVoice fake = joined();
        session.stand(Stand.QUEUED, 1, 1);
        model.talk().push().toggleLatch();
        model.talk().over();

        assertEquals(List.of("press", "release"), fake.pressed);
        assertEquals(List.of("release"), session.asked);
    }

    @Test
    void whoLeavesVoiceLetsGo() {
        joined();
        session.stand(Stand.GRANTED, 2, 0);
        model.talk().push().toggleLatch();
        voice.toggle();

        assertFalse(model.talk().push().latchedProperty().get());
    }

    @Test
    void theMicrophoneIsMutedAndOpened() {
        FakeVoice fake = joined();
        voice.mute(true);
        assertTrue(fake.muted());
        assertTrue(voice.mutedProperty().get());
        voice.mute(false);
        assertFalse(voice.mutedProperty().get());
    }

    @Test
    void tonesThatAreOffStayOffInAVoiceThatIsJoinedLater() {
        voice.setTones(Set.of(Tone.GO_AHEAD));
        FakeVoice fake = joined();
        assertEquals(Set.of(Tone.GO_AHEAD), fake.tones);
        voice.setTones(Set.of());
        assertEquals(Set.of(), fake.tones);
    }

    @Test
    void whoIsHeardIsSaidAndMarked() {
        FakeVoice fake = joined();
        assertEquals("You hear nobody right now", voice.heardProperty().get());
        fake.talkers = Set.of(1, 2);
        fake.tell();

        assertEquals("You hear Ada", voice.heardProperty().get(), "nobody is told of one's own voice");
        assertEquals(List.of(true, true),
                model.members().lines().stream().map(MembersViewModel.MemberLine::speaks).toList());
    }

    @Test
    void aMicrophoneThatIsOffSinceTurnsEndedIsSaidToBe() {
        FakeVoice fake = joined();
        fake.quieted = true;
        fake.tell();

        assertEquals("Turns are over, and your microphone is off: press the button to be heard."
                + " You hear nobody right now", voice.heardProperty().get());
    }

    @Test
    void whatDoesNotWorkIsSaidAndTheMicrophoneFirst() {
        FakeVoice fake = joined();
        fake.loudspeaker = Optional.of(Trouble.BUSY);
        fake.tell();
        assertTrue(voice.troubleProperty().get().startsWith("The loudspeaker does not open"));
        fake.microphone = Optional.of(Trouble.SILENT);
        fake.tell();
        assertTrue(voice.troubleProperty().get().startsWith("Your microphone gives nothing but silence"));
        fake.microphone = Optional.empty();
        fake.loudspeaker = Optional.empty();
        fake.tell();
        assertEquals("", voice.troubleProperty().get());
    }

    @Test
    void theWayOfThePacketsIsShown() {
        FakeVoice fake = joined();
        fake.path = VoicePath.CONNECTION;
        fake.tell();

        assertEquals(VoicePath.CONNECTION, voice.pathProperty().get());
    }

    @Test
    void aVoiceWithoutAWayIsToldAfterThreeSecondsAndUntilThereIsOne() {
        FakeVoice fake = joined();
        fake.path = VoicePath.TRYING;
        fake.tell();
        assertEquals("Nobody hears you: voice has no way to the host.", voice.unheardProperty().get());
        seconds.remove().run();
        seconds.remove().run();
        assertFalse(voice.lostProperty().get());
        seconds.remove().run();
        assertTrue(voice.lostProperty().get());
        fake.path = VoicePath.CONNECTION;
        fake.tell();

        assertFalse(voice.lostProperty().get());
        assertEquals("", voice.unheardProperty().get());
    }

    @Test
    void aVoiceThatFindsItsWaySoonIsNotCalledLost() {
        FakeVoice fake = joined();
        fake.path = VoicePath.TRYING;
        fake.tell();
        fake.path = VoicePath.DATAGRAMS;
        fake.tell();
        seconds.forEach(Runnable::run);

        assertFalse(voice.lostProperty().get());
    }

    @Test
    void nobodyHearsAMicrophoneThatDoesNotWork() {
        FakeVoice fake = joined();
        fake.microphone = Optional.of(Trouble.NO_DEVICE);
        fake.tell();

        assertEquals("Nobody hears you: your microphone does not work.", voice.unheardProperty().get());
    }

    @Test
    void whatWasSpokenIsPlayedAgainAndStopped() {
        FakeVoice fake = joined();
        session.entry(1, "Ada", new Entry.Spoke(7, 2_400), FakeSession.MORNING);
        assertEquals(new Row.Spoken(1, 1, "Ada", FakeSession.MORNING, 7, Duration.ofMillis(2_400), false),
                model.conversation().rows().getLast());

        voice.togglePlay(7);
        assertFalse(voice.plays(7), "it is not kept");
        fake.keep(7, 1, Duration.ofMillis(2_400));
        voice.togglePlay(7);
        assertTrue(voice.plays(7));
        voice.togglePlay(7);
        assertFalse(voice.plays(7));
    }

    @Test
    void afterTheEndThereIsNoVoice() {
        joined();
        session.tell(new SessionEvent.StateChanged(LinkState.CLOSED, EndReason.HOST_ENDED));
        assertFalse(voice.joinedProperty().get());
        voice.toggle();

        assertFalse(voice.joinedProperty().get());
    }
}
