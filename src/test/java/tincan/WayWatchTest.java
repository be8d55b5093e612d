package tincan;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import tincan.session.VoicePath;

final class WayWatchTest {
    private final WayWatch watch = new WayWatch();

    private boolean isLost(VoicePath path, int second) {
        return watch.isLost(path, TimeUnit.SECONDS.toNanos(second));
    }

    @Test
    void aVoiceWithoutAWayIsLostOnceAfterThreeSeconds() {
        assertFalse(isLost(VoicePath.NONE, 10));
        assertFalse(isLost(VoicePath.TRYING, 12));
        assertTrue(isLost(VoicePath.TRYING, 13));
        assertFalse(isLost(VoicePath.TRYING, 20));
    }

    @Test
    void aWayThatIsFoundBeginsItAnew() {
        assertFalse(isLost(VoicePath.TRYING, 0));
        assertFalse(isLost(VoicePath.CONNECTION, 2));
        assertFalse(isLost(VoicePath.TRYING, 4));
        assertFalse(isLost(VoicePath.TRYING, 6));
        assertTrue(isLost(VoicePath.TRYING, 7));
        assertFalse(isLost(VoicePath.DATAGRAMS, 8));
    }
}
