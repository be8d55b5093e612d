package tincan.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tincan.room.Mode;
import tincan.room.RoomRules;
import tincan.text.Text;
import tincan.trace.EventLog;

/// A press counts for one turn. Whatever ends that, no later turn, asked for otherwise, opens the microphone.
@Timeout(120)
final class PressTest {
    /// So many frames a microphone that is opened would have been heard long before.
    private static final int LONG = 50;

    private final Ear ear = new Ear();
    private final Ear bobEar = new Ear();
    private final HeldSound sound = HeldSound.silent();
    private final HostSession host = new HostSession(HostOptions.open("Ada", "t", 0, Text.in(Locale.ENGLISH))
            .onLoopback().withRules(RoomRules.DEFAULT.withMode(Mode.WALKIE_TALKIE)), EventLog.off());
    private GuestSession bob;

    @BeforeEach
    void join() throws Exception {
        host.start(ear);
        bob = new GuestSession(new GuestOptions(new PeerAddress("127.0.0.1", host.port(), ""), "Bob"),
                EventLog.off());
        bob.start(bobEar);
        host.joinVoice(sound);
    }

    @AfterEach
    void leave() {
        bob.leave();
        host.leave();
    }

    private Voice voice() {
        return host.voice().orElseThrow();
    }

    private void await(Stand stand) throws InterruptedException {
        ear.await(_ -> host.floor().view().stand() == stand, "the floor to be " + stand);
    }

    private void await(Set<Integer> talkers) throws InterruptedException {
        ear.await(_ -> voice().talkers().equals(talkers), "who talks to be " + talkers);
    }

    private void speak() throws InterruptedException {
        voice().talk(true);
        await(Set.of(Person.HOST));
    }

    private void bobHasTheFloor() throws InterruptedException {
        bobEar.await(_ -> bob.floor().view().stand() == Stand.IDLE, "the floor");
        bob.floor().request();
        await(Stand.TAKEN);
    }

    private void assertThatATurnForATextIsSilent() throws InterruptedException {
        host.floor().request();
        await(Stand.GRANTED);
        sound.awaitFrames(LONG);
        assertEquals(Set.of(), voice().talkers());
    }

    @Test
    void aFloorThatIsGivenAwayElsewhereEndsIt() throws Exception {
        speak();
        host.floor().release();
        await(Stand.IDLE);
        await(Set.of());
        assertThatATurnForATextIsSilent();
    }

    @Test
    void aWishThatIsGivenUpElsewhereEndsIt() throws Exception {
        bobHasTheFloor();
        voice().talk(true);
        await(Stand.QUEUED);
        host.floor().release();
        await(Stand.TAKEN);
        bob.floor().release();
        await(Stand.IDLE);
        assertThatATurnForATextIsSilent();
    }

    @Test
    void aChatEndsIt() throws Exception {
        speak();
        host.controls().orElseThrow().mode(Mode.CHAT);
        await(Stand.OFF);
        host.voice().orElseThrow().mute(true);
        host.controls().orElseThrow().mode(Mode.WALKIE_TALKIE);
        await(Stand.IDLE);
        await(Set.of());
        assertThatATurnForATextIsSilent();
    }

    @Test
    void inAChatItMeansNothing() throws Exception {
        host.controls().orElseThrow().mode(Mode.CHAT);
        await(Stand.OFF);
        voice().talk(true);
        host.controls().orElseThrow().mode(Mode.WALKIE_TALKIE);
        await(Stand.IDLE);
        assertThatATurnForATextIsSilent();
    }

    @Test
    void whoIsDeniedTheFloorHasNoPressLeft() throws Exception {
        bobHasTheFloor();
        voice().talk(true);
        await(Stand.QUEUED);
        ((OwnVoice) voice()).told(SessionEvent.FloorDenied.class);
        bob.floor().release();
        await(Stand.GRANTED);
        sound.awaitFrames(LONG);
        assertEquals(Set.of(), voice().talkers());
    }

    @Test
    void aTapDoesNotGiveUpWhatATextWaitsFor() throws Exception {
        bobHasTheFloor();
        host.floor().request();
        await(Stand.QUEUED);
        voice().talk(true);
        voice().talk(false);
        sound.awaitFrames(LONG);
        assertEquals(Stand.QUEUED, host.floor().view().stand());
    }

    @Test
    void aTapGivesUpWhatTheKeyWaitedFor() throws Exception {
        bobHasTheFloor();
        voice().talk(true);
        await(Stand.QUEUED);
        voice().talk(false);
        await(Stand.TAKEN);
    }

    @Test
    void whoStillHoldsTheKeyWhenItsTurnComesSpeaks() throws Exception {
        bobHasTheFloor();
        voice().talk(true);
        await(Stand.QUEUED);
        bob.floor().release();
        await(Set.of(Person.HOST));
    }
}
