package tincan.voice.play;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class TimeScaleTest {
    private static final int PERIOD = 300;
    /// A voice of 160 Hz, whose loudest step from sample to sample is this.
    private static final int STEP = 700;

    private static short[] voice(int from, int length) {
        short[] sound = new short[length];
        for (int i = 0; i < length; i++) {
            double phase = 2 * Math.PI * (from + i) / PERIOD;
            sound[i] = (short) (6000 * Math.sin(phase) + 3000 * Math.sin(3 * phase) + 1000 * Math.sin(7 * phase));
        }
        return sound;
    }

    private static void isSmooth(short[] sound) {
        for (int i = 1; i < sound.length; i++) {
            assertTrue(Math.abs(sound[i] - sound[i - 1]) <= STEP, "a click at " + i);
        }
    }

    @Test
    void shorterIsOnePeriodLessWithoutAClick() {
        short[] shorter = TimeScale.shorter(voice(0, TimeScale.NEEDED));

        assertEquals(0, shorter.length % PERIOD - TimeScale.NEEDED % PERIOD);
        assertTrue(shorter.length < TimeScale.NEEDED);
        isSmooth(shorter);
    }

    @Test
    void longerIsOnePeriodMoreWithoutAClickBeforeOrAfter() {
        short[] before = voice(0, TimeScale.NEEDED);
        short[] longer = TimeScale.longer(before, voice(TimeScale.NEEDED, 480));
        short[] all = Arrays.copyOf(before, before.length + longer.length);
        System.arraycopy(longer, 0, all, before.length, longer.length);

        assertEquals(0, (longer.length - 480) % PERIOD);
        assertTrue(longer.length > 480);
        isSmooth(all);
    }

    @Test
    void silenceMayBeCutAnywhere() {
        assertTrue(TimeScale.shorter(new short[TimeScale.NEEDED]).length < TimeScale.NEEDED);
    }

    @Test
    void whatHasNoPeriodIsLeftAsItIs() {
        Random random = new Random(2);
        short[] noise = new short[TimeScale.NEEDED];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (short) (random.nextGaussian() * 5000);
        }
        short[] frame = Arrays.copyOf(noise, 480);

        assertSame(noise, TimeScale.shorter(noise));
        assertSame(frame, TimeScale.longer(noise, frame));
    }
}
