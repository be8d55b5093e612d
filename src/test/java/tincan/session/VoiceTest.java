package tincan.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tincan.room.Entry;
import tincan.room.Mode;
import tincan.secure.Code;
import tincan.text.Text;
import tincan.trace.EventLog;
import tincan.voice.Speech;
import tincan.voice.Transmission;
import tincan.voice.audio.Correlation;

/// Voice over real sockets, with microphones and loudspeakers in memory.
@Timeout(120)
final class VoiceTest {
    /// On a connection what is late makes late what follows it: on a busy computer more of it is stretched.
    private static final double LATER = 0.75;

    private final List<Session> open = new ArrayList<>();
    private final EventLog hostLog = EventLog.usual();
    private final EventLog guestLog = EventLog.usual();
    private final End ada = new End(Speech.recording());
    private final End bob = new End(Speech.recording());
    private final End cy = new End(Speech.recording());
    private HostSession host;

    /// One person.
    private static final class End {
        private final HeldSound sound;
        private final Ear ear = new Ear();
        private Session session;

        End(short[] speech) {
            sound = new HeldSound(speech);
        }

        Voice voice() {
            return session.voice().orElseThrow();
        }

        void joinVoice(VoicePath path) throws InterruptedException {
            session.joinVoice(sound);
            ear.await(_ -> session.voice().map(Voice::path).equals(Optional.of(path)), "voice by " + path);
        }

        void awaitFloor(Stand stand) throws InterruptedException {
            ear.await(_ -> session.floor().view().stand() == stand, "the floor to be " + stand);
        }
    }

    @AfterEach
    void leaveAll() {
        open.reversed().forEach(Session::leave);
    }

    private void host(Privacy privacy) throws SessionFailure {
        host = new HostSession(HostOptions.open("Ada", "Ada's session", 0, Text.in(Locale.ENGLISH))
                .withPrivacy(privacy).onLoopback(), hostLog);
        ada.session = host;
        host.start(ada.ear);
        open.add(host);
    }

    private void join(End end, String name, PeerAddress address) throws SessionFailure {
        GuestOptions options = new GuestOptions(address, name);
        end.session = new GuestSession(host.controls().flatMap(HostControls::code).flatMap(Code::parse)
                .map(options::withCode).orElse(options), guestLog);
        end.session.start(end.ear);
        open.add(end.session);
    }

    private PeerAddress here() {
        return new PeerAddress("127.0.0.1", host.port(), "");
    }

    @ParameterizedTest
    @EnumSource(names = {"OPEN", "CODE"})
    void whatAGuestSaysIsHeardByTheHostAndByTheOtherGuest(Privacy privacy) throws Exception {
        host(privacy);
        join(bob, "Bob", here());
        join(cy, "Cy", here());
        ada.joinVoice(VoicePath.DATAGRAMS);
        bob.joinVoice(VoicePath.DATAGRAMS);
        cy.joinVoice(VoicePath.DATAGRAMS);

        bob.sound.speak();
        cy.ear.await(_ -> cy.voice().talkers().equals(Set.of(bob.session.self().member())), "Bob's voice");
        bob.sound.awaitSaid();

        assertHeard(bob, cy);
        assertHeard(bob, ada);
        assertEquals(Set.of(), cy.voice().talkers());
    }

    @Test
    void whatTheHostSaysIsHeard() throws Exception {
        host(Privacy.CODE);
        join(bob, "Bob", here());
        ada.joinVoice(VoicePath.DATAGRAMS);
        bob.joinVoice(VoicePath.DATAGRAMS);

        ada.sound.speak();
        ada.sound.awaitSaid();

        assertHeard(ada, bob);
    }

    @Test
    void whoIsMutedIsNotHeard() throws Exception {
        host(Privacy.OPEN);
        join(bob, "Bob", here());
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
        try (CuttingProxy onlyStreams = new CuttingProxy(InetAddress.getByName("127.0.0.2"), host.port())) {
            join(bob, "Bob", new PeerAddress("127.0.0.2", onlyStreams.port(), ""));
            join(cy, "Cy", here());
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
        try (CuttingProxy line = new CuttingProxy(host.port())) {
            join(bob, "Bob", new PeerAddress("127.0.0.1", line.port(), ""));
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
        join(bob, "Bob", here());
        bob.joinVoice(VoicePath.DATAGRAMS);
        bob.session.leaveVoice();
        host.leave();

        assertTrue(shown(guestLog).contains("\"secret\":\"…\""), "the frame is not in the log");
        assertTrue(shown(hostLog).contains("\"secret\":\"…\""), "the frame is not in the log");
        assertTrue(!shown(guestLog).matches("(?s).*\"secret\":\"[0-9a-f].*"), "a secret is in the log");
        assertTrue(!shown(hostLog).matches("(?s).*\"secret\":\"[0-9a-f].*"), "a secret is in the log");
        assertTrue(!shown(guestLog).matches("(?s).*\"own\":\"[0-9a-f].*"), "a secret is in the log");
        assertTrue(!shown(hostLog).matches("(?s).*\"own\":\"[0-9a-f].*"), "a secret is in the log");
    }

    private static String shown(EventLog log) {
        StringBuilder all = new StringBuilder();
        log.since(0, Integer.MAX_VALUE - 1).forEach(event -> all.append(event.what()).append('\n'));
        return all.toString();
    }

    @Test
    void whoHasLeftTakesPartInNothing() throws Exception {
        host(Privacy.OPEN);
        join(bob, "Bob", here());
        bob.joinVoice(VoicePath.DATAGRAMS);
        bob.session.leave();
        assertEquals(Optional.empty(), bob.session.voice());

        bob.session.joinVoice(bob.sound);

        assertEquals(Optional.empty(), bob.session.voice());
    }

    @Test
    void inTurnsTheHolderIsHeardAndCanBeHeardAgain() throws Exception {
        host(Privacy.CODE);
        join(bob, "Bob", here());
        join(cy, "Cy", here());
        bob.joinVoice(VoicePath.DATAGRAMS);
        cy.joinVoice(VoicePath.DATAGRAMS);
        host.controls().orElseThrow().mode(Mode.WALKIE_TALKIE);
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
        assertEquals(bob.session.self().member(), spoke.entry().member());
        assertHeard(bob, cy);
        cy.ear.await(_ -> cy.voice().transmission(epoch).isPresent(), "the transmission");
        Transmission kept = cy.voice().transmission(epoch).orElseThrow();
        assertEquals(bob.session.self().member(), kept.member());
        assertTrue(kept.length().compareTo(Duration.ofSeconds(9)) > 0, kept::toString);
        assertEquals(Transmission.PEAKS, kept.peaks().size());
    }

    @Test
    void whoHasNotTheFloorIsNotRelayedWhateverItsProgramSends() throws Exception {
        host(Privacy.OPEN);
        join(bob, "Bob", here());
        ada.joinVoice(VoicePath.DATAGRAMS);
        bob.joinVoice(VoicePath.DATAGRAMS);
        host.controls().orElseThrow().mode(Mode.WALKIE_TALKIE);
        bob.awaitFloor(Stand.IDLE);
        ada.voice().talk(true);
        ada.awaitFloor(Stand.GRANTED);
        bob.awaitFloor(Stand.TAKEN);
        bob.voice().talk(true);
        bob.awaitFloor(Stand.QUEUED);

        bob.sound.speak();
        bob.sound.awaitSaid();

        assertEquals(Set.of(ada.session.self().member()), ada.voice().talkers());
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
