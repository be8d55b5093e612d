package tincan.session;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tincan.room.Mode;
import tincan.room.RoomRules;
import tincan.text.Text;
import tincan.trace.EventLog;
import tincan.voice.Speech;

/// What becomes of somebody who speaks when something else changes.
@Timeout(120)
final class SpokenTurnsTest {
    private static final int LOUD = 1_000;

    private final Ear hostEar = new Ear();
    private final Ear bobEar = new Ear();
    private final HeldSound hostSound = HeldSound.silent();
    private final HeldSound bobSound = new HeldSound(Speech.recording());
    private HostSession host;
    private GuestSession bob;

    @BeforeEach
    void bobSpeaksInATurn() throws Exception {
        host = new HostSession(HostOptions.open("Ada", "t", 0, Text.in(Locale.ENGLISH)).onLoopback()
                .withRules(RoomRules.DEFAULT.withMode(Mode.WALKIE_TALKIE)), EventLog.off());
        host.start(hostEar);
        bob = new GuestSession(new GuestOptions(new PeerAddress("127.0.0.1", host.port(), ""), "Bob"),
                EventLog.off());
        bob.start(bobEar);
        host.joinVoice(hostSound);
        joinVoice();
        bob.voice().orElseThrow().talk(true);
        await(bobEar, bob, Stand.GRANTED);
        await(hostEar, host, Stand.TAKEN);
        int number = bob.self().member();
        bobEar.await(_ -> bob.voice().orElseThrow().talkers().contains(number), "Bob to speak");
    }

    @AfterEach
    void leave() {
        bob.leave();
        host.leave();
    }

    private void joinVoice() throws InterruptedException {
        bob.joinVoice(bobSound);
        bobEar.await(_ -> bob.voice().map(Voice::path).equals(Optional.of(VoicePath.DATAGRAMS)), "voice");
    }

    private static void await(Ear ear, Session session, Stand stand) throws InterruptedException {
        ear.await(_ -> session.floor().stand() == stand, "the floor to be " + stand);
    }

    @Test
    void whoSpeaksWhenEverybodyMayIsHeardOn() throws Exception {
        host.controls().orElseThrow().mode(Mode.CHAT);
        await(bobEar, bob, Stand.OFF);
        bobSound.speak();
        bobSound.awaitSaid();
        int loud = 0;
        for (short sample : hostSound.heard()) {
            loud += Math.abs(sample) > LOUD ? 1 : 0;
        }
        assertTrue(loud > 48_000, loud + " loud samples");
    }

    @Test
    void whoDoesNotSpeakWhenEverybodyMayIsNotHeardBeforeItOpensItsMicrophone() throws Exception {
        host.controls().orElseThrow().mode(Mode.CHAT);
        hostEar.await(_ -> host.voice().orElseThrow().quieted(), "the microphone to be off");
        assertTrue(host.voice().orElseThrow().muted());
        assertFalse(bob.voice().orElseThrow().muted());
        host.voice().orElseThrow().mute(false);
        assertFalse(host.voice().orElseThrow().quieted());
    }

    @Test
    void whoHadItsMicrophoneOpenBeforeTurnsBeganHasItOpenAgain() throws Exception {
        host.voice().orElseThrow().mute(false);
        host.controls().orElseThrow().mode(Mode.CHAT);
        hostEar.await(_ -> host.floor().stand() == Stand.OFF, "the chat");
        hostSound.awaitFrames(50);
        assertFalse(host.voice().orElseThrow().muted());
    }

    @Test
    void whoIsMutedAndComesBackIsStillMuted() throws Exception {
        bob.voice().orElseThrow().mute(true);
        bob.leaveVoice();
        joinVoice();
        assertTrue(bob.voice().orElseThrow().muted());
    }
}
