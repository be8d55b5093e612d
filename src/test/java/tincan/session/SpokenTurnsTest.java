package tincan.session;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tincan.room.Mode;
import tincan.session.VoiceStand.End;
import tincan.voice.Speech;

/// What becomes of somebody who speaks when something else changes.
@Timeout(120)
final class SpokenTurnsTest {
    private static final int LOUD = 1_000;

    private VoiceStand stand;
    private End bob;

    @BeforeEach
    void bobSpeaksInATurn() throws Exception {
        stand = new VoiceStand(Privacy.OPEN, Mode.WALKIE_TALKIE, HeldSound.silent());
        bob = stand.join("Bob", new HeldSound(Speech.recording()));
        stand.ada.joinVoice(VoicePath.DATAGRAMS);
        bob.joinVoice(VoicePath.DATAGRAMS);
        bob.voice().talk(true);
        bob.awaitFloor(Stand.GRANTED);
        stand.ada.awaitFloor(Stand.TAKEN);
        bob.ear.await(_ -> bob.voice().talkers().contains(bob.member()), "Bob to speak");
    }

    @AfterEach
    void leave() throws Exception {
        stand.close();
    }

    @Test
    void whoSpeaksWhenEverybodyMayIsHeardOn() throws Exception {
        stand.host.controls().orElseThrow().mode(Mode.CHAT);
        bob.awaitFloor(Stand.OFF);
        bob.sound.speak();
        bob.sound.awaitSaid();
        int loud = 0;
        for (short sample : stand.ada.sound.heard()) {
            loud += Math.abs(sample) > LOUD ? 1 : 0;
        }
        assertTrue(loud > 48_000, loud + " loud samples");
    }

    @Test
    void whoDoesNotSpeakWhenEverybodyMayIsNotHeardBeforeItOpensItsMicrophone() throws Exception {
        stand.host.controls().orElseThrow().mode(Mode.CHAT);
        stand.ada.ear.await(_ -> stand.ada.voice().quieted(), "the microphone to be off");
        assertTrue(stand.ada.voice().muted());
        assertFalse(bob.voice().muted());
        stand.ada.voice().mute(false);
        assertFalse(stand.ada.voice().quieted());
    }

    @Test
    void whoHadItsMicrophoneOpenBeforeTurnsBeganHasItOpenAgain() throws Exception {
        stand.ada.voice().mute(false);
        stand.host.controls().orElseThrow().mode(Mode.CHAT);
        stand.ada.awaitFloor(Stand.OFF);
        stand.ada.sound.awaitFrames(50);
        assertFalse(stand.ada.voice().muted());
    }

    @Test
    void whoIsMutedAndComesBackIsStillMuted() throws Exception {
        bob.voice().mute(true);
        bob.session.leaveVoice();
        bob.joinVoice(VoicePath.DATAGRAMS);
        assertTrue(bob.voice().muted());
    }
}
