package tincan.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tincan.room.Entry;
import tincan.room.Mode;
import tincan.session.VoiceStand.End;
import tincan.trace.EventLog;
import tincan.voice.Speech;
import tincan.voice.Transmission;
import tincan.voice.audio.Correlation;

/// Voice over real sockets, with microphones and loudspeakers in memory.
@Timeout(120)
final class VoiceTest {
    /// On a connection what is late makes late what follows it: on a busy computer more of it is stretched.
    private static final double LATER = 0.75;

    private VoiceStand stand;
    private End ada;

    @AfterEach
    void leaveAll() throws Exception {
        stand.close();
    }

    private void host(Privacy privacy) throws SessionFailure {
        stand = new VoiceStand(privacy, Mode.CHAT, new HeldSound(Speech.recording()));
        ada = stand.ada;
    }

    private End join(String name) throws SessionFailure {
        return stand.join(name, new HeldSound(Speech.recording()));
    }

    private End join(String name, String host, int port) throws SessionFailure {
        return stand.join(name, new HeldSound(Speech.recording()), new PeerAddress(host, port, ""));
    }

    @ParameterizedTest
    @EnumSource(names = {"OPEN", "CODE"})
    void whatAGuestSaysIsHeardByTheHostAndByTheOtherGuest(Privacy privacy) throws Exception {
        host(privacy);
        End bob = join("Bob");
        End cy = join("Cy");
        ada.joinVoice(VoicePath.DATAGRAMS);
        bob.joinVoice(VoicePath.DATAGRAMS);
        cy.joinVoice(VoicePath.DATAGRAMS);

        bob.sound.speak();
        cy.ear.await(_ -> cy.voice().talkers().equals(Set.of(bob.member())), "Bob's voice");
        bob.sound.awaitSaid();

        assertHeard(bob, cy);
        assertHeard(bob, ada);
        assertEquals(Set.of(), cy.voice().talkers());
    }

    @Test
    void whatTheHostSaysIsHeard() throws Exception {
        host(Privacy.CODE);
        End bob = join("Bob");
        ada.joinVoice(VoicePath.DATAGRAMS);
        bob.joinVoice(VoicePath.DATAGRAMS);

        ada.sound.speak();
        ada.sound.awaitSaid();

        assertHeard(ada, bob);
    }

    @Test
    void whoIsMutedIsNotHeard() throws Exception {
        host(Privacy.OPEN);
        End bob = join("Bob");
        ada.joinVoice(VoicePath.DATAGRAMS);
        bob.joinVoice(VoicePath.DATAGRAMS);
        bob.voice().mute(true);

        bob.sound.speak();
        bob.sound.awaitSaid();

        for (short sample : ada.sound.heard()) {
            assertEquals(0, sample);
        }
    }

    @Test
    void whereDatagramsDoNotGetThroughVoiceRidesAConnection() throws Exception {
        host(Privacy.CODE);
        try (CuttingProxy onlyStreams = new CuttingProxy(InetAddress.getByName("127.0.0.2"), stand.host.port())) {
            End bob = join("Bob", "127.0.0.2", onlyStreams.port());
            End cy = join("Cy");
            bob.joinVoice(VoicePath.CONNECTION);
            cy.joinVoice(VoicePath.DATAGRAMS);

            cy.sound.speak();
            cy.sound.awaitSaid();
            bob.sound.speak();
            bob.sound.awaitSaid();

            assertHeard(cy, bob, LATER);
            assertHeard(bob, cy, LATER);
        }
    }

    @Test
    void aGuestWhoseConnectionIsCutIsHeardAgain() throws Exception {
        host(Privacy.CODE);
        ada.joinVoice(VoicePath.DATAGRAMS);
        try (CuttingProxy line = new CuttingProxy(stand.host.port())) {
            End bob = join("Bob", "127.0.0.1", line.port());
            bob.joinVoice(VoicePath.DATAGRAMS);
            line.cut();
            bob.ear.await(_ -> bob.voice().path() == VoicePath.NONE, "voice to be gone");
            bob.ear.await(_ -> bob.voice().path() == VoicePath.DATAGRAMS, "voice to be back");

            bob.sound.speak();
            bob.sound.awaitSaid();

            assertHeard(bob, ada);
        }
    }

    @Test
    void theSecretsOfVoiceAreNotInTheLogs() throws Exception {
        host(Privacy.CODE);
        End bob = join("Bob");
        bob.joinVoice(VoicePath.DATAGRAMS);
        bob.session.leaveVoice();
        stand.host.leave();

        assertTrue(shown(stand.guestLog).contains("\"secret\":\"…\""), "the frame is not in the log");
        assertTrue(shown(stand.hostLog).contains("\"secret\":\"…\""), "the frame is not in the log");
        assertTrue(!shown(stand.guestLog).matches("(?s).*\"secret\":\"[0-9a-f].*"), "a secret is in the log");
        assertTrue(!shown(stand.hostLog).matches("(?s).*\"secret\":\"[0-9a-f].*"), "a secret is in the log");
        assertTrue(!shown(stand.guestLog).matches("(?s).*\"own\":\"[0-9a-f].*"), "a secret is in the log");
        assertTrue(!shown(stand.hostLog).matches("(?s).*\"own\":\"[0-9a-f].*"), "a secret is in the log");
    }

    private static String shown(EventLog log) {
        StringBuilder all = new StringBuilder();
        log.since(0, Integer.MAX_VALUE - 1).forEach(event -> all.append(event.what()).append('\n'));
        return all.toString();
    }

    @Test
    void whoHasLeftTakesPartInNothing() throws Exception {
        host(Privacy.OPEN);
        End bob = join("Bob");
        bob.joinVoice(VoicePath.DATAGRAMS);
        bob.session.leave();
        assertEquals(Optional.empty(), bob.session.voice());

        bob.session.joinVoice(bob.sound);

        assertEquals(Optional.empty(), bob.session.voice());
    }

    @Test
    void inTurnsTheHolderIsHeardAndCanBeHeardAgain() throws Exception {
        host(Privacy.CODE);
        End bob = join("Bob");
        End cy = join("Cy");
        bob.joinVoice(VoicePath.DATAGRAMS);
        cy.joinVoice(VoicePath.DATAGRAMS);
        stand.host.controls().orElseThrow().mode(Mode.WALKIE_TALKIE);
        bob.awaitFloor(Stand.IDLE);
        cy.awaitFloor(Stand.IDLE);

        bob.voice().talk(true);
        bob.awaitFloor(Stand.GRANTED);
        cy.awaitFloor(Stand.TAKEN);
        long epoch = bob.session.floor().view().epoch();
        bob.sound.speak();
        cy.sound.speak(); // it has not the floor: nobody hears it
        bob.sound.awaitSaid();
        bob.voice().talk(false);
        SessionEvent.Arrived spoke = cy.ear.await(SessionEvent.Arrived.class,
                arrived -> arrived.entry().body() instanceof Entry.Spoke, "word that Bob spoke");

        assertEquals(new Entry.Spoke(epoch, ((Entry.Spoke) spoke.entry().body()).millis()), spoke.entry().body());
        assertEquals(bob.member(), spoke.entry().member());
        assertHeard(bob, cy);
        cy.ear.await(_ -> cy.voice().transmission(epoch).isPresent(), "the transmission");
        Transmission kept = cy.voice().transmission(epoch).orElseThrow();
        assertEquals(bob.member(), kept.member());
        assertTrue(kept.length().compareTo(Duration.ofSeconds(9)) > 0, kept::toString);
        assertEquals(Transmission.PEAKS, kept.peaks().size());
    }

    @Test
    void whoHasNotTheFloorIsNotRelayedWhateverItsProgramSends() throws Exception {
        host(Privacy.OPEN);
        End bob = join("Bob");
        ada.joinVoice(VoicePath.DATAGRAMS);
        bob.joinVoice(VoicePath.DATAGRAMS);
        stand.host.controls().orElseThrow().mode(Mode.WALKIE_TALKIE);
        bob.awaitFloor(Stand.IDLE);
        ada.voice().talk(true);
        ada.awaitFloor(Stand.GRANTED);
        bob.awaitFloor(Stand.TAKEN);
        bob.voice().talk(true);
        bob.awaitFloor(Stand.QUEUED);

        bob.sound.speak();
        bob.sound.awaitSaid();

        assertEquals(Set.of(ada.member()), ada.voice().talkers());
    }

    /// Enough of it, and soon enough.
    private static void assertHeard(End speaker, End listener) {
        assertHeard(speaker, listener, 0.9);
    }

    private static void assertHeard(End speaker, End listener, double alike) {
        short[] said = speaker.sound.said();
        short[] heard = listener.sound.heard();
        Duration offset = Correlation.offset(said, heard).minusMillis(200);
        List<Correlation.Window> windows = Correlation.windows(said, Correlation.from(heard, offset),
                Duration.ofMillis(400));
        assertTrue(windows.size() > 20, () -> windows.size() + " windows of speech");
        double median = Correlation.quantile(windows, 0.5);
        assertTrue(median >= alike, () -> "median " + median + ", a quarter below "
                + Correlation.quantile(windows, 0.25));
    }
}
