package tincan.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
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
import tincan.voice.audio.Pcm;
import tincan.voice.audio.Tone;

/// The tones that come out of the loudspeakers while two people who say nothing take turns.
@Timeout(120)
final class TonesTest {
    /// Longer than a tone, and than anything that waits for a voice to die away.
    private static final int LONG = 80;
    /// How much silence that was sent may differ from none.
    private static final int NEAR = 500;

    private final Ear hostEar = new Ear();
    private final Ear bobEar = new Ear();
    private final HeldSound hostSound = HeldSound.silent();
    private final HeldSound bobSound = HeldSound.silent();
    private final HostSession host = new HostSession(HostOptions.open("Ada", "t", 0, Text.in(Locale.ENGLISH))
            .onLoopback().withRules(RoomRules.DEFAULT.withMode(Mode.WALKIE_TALKIE)), EventLog.off());
    private GuestSession bob;

    @BeforeEach
    void bobSpeaks() throws Exception {
        host.start(hostEar);
        bob = new GuestSession(new GuestOptions(new PeerAddress("127.0.0.1", host.port(), ""), "Bob"),
                EventLog.off());
        bob.start(bobEar);
        host.joinVoice(hostSound);
        bob.joinVoice(bobSound);
        bobEar.await(_ -> bob.voice().map(Voice::path).equals(Optional.of(VoicePath.DATAGRAMS)), "voice");
        bob.voice().orElseThrow().talk(true);
        hostEar.await(_ -> host.voice().orElseThrow().talkers().contains(bob.self().member()), "Bob's voice");
    }

    @AfterEach
    void leave() {
        bob.leave();
        host.leave();
    }

    /// In order; one that is cut off is none.
    private static List<Tone> tones(HeldSound sound) {
        List<Tone> all = new ArrayList<>();
        short[] heard = sound.heard();
        for (int at = 0; at < heard.length; at += Pcm.FRAME) {
            for (Tone tone : Tone.values()) {
                if (isAt(tone.samples(), heard, at)) {
                    all.add(tone);
                }
            }
        }
        return all;
    }

    private static boolean isAt(short[] tone, short[] heard, int at) {
        boolean same = at + tone.length <= heard.length;
        for (int i = 0; same && i < tone.length; i++) {
            same = Math.abs(tone[i] - heard[at + i]) < NEAR;
        }
        return same;
    }

    @Test
    void whoComesOutOfTheQueueHearsThatItWaitsAndThenTheGoAheadAlone() throws Exception {
        host.voice().orElseThrow().talk(true);
        hostEar.await(_ -> host.floor().view().stand() == Stand.QUEUED, "the queue");
        hostSound.awaitFrames(LONG);
        bob.voice().orElseThrow().talk(false);
        hostEar.await(_ -> host.voice().orElseThrow().talkers().contains(Person.HOST), "the host's voice");
        hostSound.awaitFrames(LONG);
        assertEquals(List.of(Tone.QUEUED, Tone.GO_AHEAD), tones(hostSound));
    }

    @Test
    void whoListensHearsThatATurnIsOver() throws Exception {
        bob.voice().orElseThrow().talk(false);
        hostEar.await(_ -> host.floor().view().stand() == Stand.IDLE, "the end of the turn");
        hostSound.awaitFrames(LONG);
        assertEquals(List.of(Tone.OVER), tones(hostSound));
    }

    @Test
    void whoSpeaksHearsWhenItMayAndThatItsTimeIsUpAndThatItMayNoLonger() throws Exception {
        bobSound.awaitFrames(LONG);
        ((OwnVoice) bob.voice().orElseThrow()).told(SessionEvent.FloorWarning.class);
        bobSound.awaitFrames(LONG);
        host.controls().orElseThrow().takeFloor();
        bobEar.await(_ -> bob.floor().view().stand() == Stand.TAKEN, "the host to break in");
        bobSound.awaitFrames(LONG);
        assertEquals(List.of(Tone.GO_AHEAD, Tone.TIME_OUT, Tone.DENIED), tones(bobSound));
    }
}
