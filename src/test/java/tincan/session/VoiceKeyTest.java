package tincan.session;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tincan.room.Mode;
import tincan.room.RoomRules;
import tincan.text.Text;
import tincan.trace.EventLog;
import tincan.voice.Sender;
import tincan.voice.Transmissions;
import tincan.voice.codec.VoiceCodec;

/// One's own voice on the floor of a host's session, without a path for its packets.
@Timeout(60)
final class VoiceKeyTest {
    private static final int ADA = 1;

    private final Ear ear = new Ear();
    private final HostSession host = new HostSession(HostOptions.open("Ada", "t", 0, Text.in(Locale.ENGLISH))
            .onLoopback().withRules(RoomRules.DEFAULT.withMode(Mode.WALKIE_TALKIE)), EventLog.off());

    @AfterEach
    void leave() {
        host.leave();
    }

    @Test
    void whoLeavesVoiceBeforeTheLastWordIsOutGivesTheFloorAway() throws Exception {
        host.start(ear);
        OwnVoice voice = voice();
        speak(voice);
        voice.talk(false);
        voice.close();
        ear.await(_ -> host.floor().view().stand() == Stand.IDLE, "the floor to be free");
        assertTrue(ear.events().stream().noneMatch(SessionEvent.FloorRevoked.class::isInstance),
                "it was taken away, for silence");
    }

    /// In the terminal a key is never let go by itself.
    @Test
    void whoAsksAgainAfterItsTurnWasTakenAwayGetsAnother() throws Exception {
        host.start(ear);
        OwnVoice voice = voice();
        speak(voice);
        host.controls().orElseThrow().mode(Mode.CHAT);
        host.controls().orElseThrow().mode(Mode.WALKIE_TALKIE);
        ear.await(_ -> host.floor().view().stand() == Stand.IDLE, "the floor to be free");
        voice.told(SessionEvent.FloorChanged.class);
        speak(voice);
        voice.close();
    }

    private OwnVoice voice() {
        OwnVoice voice = new OwnVoice(HeldSound.silent(), host.floor(), new OwnVoice.Kept(new Sender(ADA),
                new Transmissions(VoiceCodec.best(), () -> {
                }), new Handover()), _ -> {
                }, () -> VoicePath.NONE, () -> {
                });
        voice.start();
        return voice;
    }

    private void speak(OwnVoice voice) throws InterruptedException {
        voice.talk(true);
        ear.await(_ -> host.floor().view().stand() == Stand.GRANTED, "the floor");
        voice.told(SessionEvent.FloorChanged.class);
        while (!voice.talkers().equals(Set.of(ADA))) {
            Thread.onSpinWait();
        }
    }
}
