package tincan.voice.audio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
final class MouthToEarTest {
    private static final double SAMPLE = 1e9 / Pcm.RATE;

    /// A frame, which cannot be handed on before it is over, and what the air takes.
    @ParameterizedTest
    @ValueSource(ints = {0, 100, 400, 1000})
    void theDelayIsRightToASampleWhereverInAFrameAChirpBegins(int shift) throws Exception {
        LoopedSound sound = new LoopedSound(shift, Integer.MAX_VALUE);

        Duration delay = new MouthToEar(sound, sound::nanos).measure().orElseThrow();

        assertEquals(Pcm.FRAME_NANOS + shift * SAMPLE, delay.toNanos(), SAMPLE);
    }
}
