package tincan.voice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.CopyOnWriteArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tincan.voice.audio.AudioSink;
import tincan.voice.audio.AudioSource;
import tincan.voice.audio.DeviceLost;
import tincan.voice.audio.Sound;
import tincan.voice.audio.Trouble;
import tincan.voice.codec.VoiceCodec;
import tincan.voice.packet.VoicePacket;

/// Without devices, and not started: what can be asked and told all the same.
final class TalkTest {
    private static final int TURN = 7;

    private final Transmissions transmissions = new Transmissions(VoiceCodec.best(), () -> {
    });
    private final List<VoicePacket> sent = new CopyOnWriteArrayList<>();
    private final Talk talk = new Talk(new NoDevices(), new Sender(1), sent::add, transmissions, () -> {
    });

    private static final class NoDevices implements Sound {
        @Override
        public AudioSource openMicrophone() throws DeviceLost {
            throw new DeviceLost(Trouble.NO_DEVICE);
        }

        @Override
        public AudioSink openLoudspeaker(int bufferMillis) throws DeviceLost {
            throw new DeviceLost(Trouble.NO_DEVICE);
        }
    }

    @AfterEach
    void close() {
        talk.close();
    }

    @Test
    void aTurnThatIsPlayedFromItsBeginningAgainStillPlays() {
        transmissions.add(new Sender(2).voice(new byte[]{1}, VoicePacket.FIRST, TURN, 0));
        talk.play(TURN);
        talk.play(TURN);
        assertEquals(TURN, talk.playing());
        talk.stopPlaying();
        assertEquals(0, talk.playing());
    }
}
