package tincan.voice.audio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tincan.voice.audio.DeviceCheck.Stage;

@Timeout(60)
final class DeviceCheckTest {
    private static final int FIVE_SECONDS = 500;

    private final ScriptedSound sound = new ScriptedSound();

    @Test
    void fiveSecondsAreRecordedAndPlayedAsTheyWere() throws InterruptedException {
        try (DeviceCheck check = new DeviceCheck(sound, () -> {
        })) {
            check.start();
            sound.speak(1, FIVE_SECONDS / 2);
            assertEquals(Stage.RECORDING, check.stage());
            assertEquals(0.5, check.progress());
            sound.speak(1 + FIVE_SECONDS / 2, FIVE_SECONDS / 2);
            assertEquals(Stage.PLAYING, check.stage());
            List<Integer> played = new ArrayList<>();
            while (played.size() < FIVE_SECONDS) {
                int value = sound.played()[0];
                if (value != 0) {
                    played.add(value);
                }
            }
            assertEquals(IntStream.rangeClosed(1, FIVE_SECONDS).boxed().toList(), played);
            sound.played();
            assertEquals(Stage.OVER, check.stage());
        }
    }
}
