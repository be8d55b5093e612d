package tincan.voice.play;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import tincan.voice.packet.VoicePacket;

final class MixerTest {
    private final Mixer mixer = new Mixer();
    private final short[] mixed = new short[VoicePacket.FRAME];

    private static short[] frame(int value) {
        short[] frame = new short[VoicePacket.FRAME];
        Arrays.fill(frame, (short) value);
        return frame;
    }

    @Test
    void twoVoicesAreTheSumOfBoth() {
        mixer.add(frame(1000));
        mixer.add(frame(-300));
        mixer.mix(mixed);

        assertArrayEquals(frame(700), mixed);
    }

    @Test
    void nobodyIsSilence() {
        mixer.add(frame(1000));
        mixer.mix(mixed);
        mixer.mix(mixed);

        assertArrayEquals(frame(0), mixed);
    }

    @Test
    void whatIsTooLoudTogetherIsTurnedDownAndUpAgainSlowly() {
        mixer.add(frame(20_000));
        mixer.add(frame(20_000));
        mixer.mix(mixed);
        assertTrue(mixed[479] <= 30_000 && mixed[479] > 29_000, "loud: " + mixed[479]);

        mixer.add(frame(10_000));
        mixer.mix(mixed);
        assertTrue(mixed[479] < 8_000, "soon after: " + mixed[479]);

        for (int i = 0; i < 100; i++) {
            mixer.add(frame(10_000));
            mixer.mix(mixed);
        }
        assertArrayEquals(frame(10_000), mixed);
    }
}
