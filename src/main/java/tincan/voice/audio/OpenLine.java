package tincan.voice.audio;

import java.time.Duration;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.DataLine;

/// What both directions of a line of the system have in common. A line whose server has died gives no event and no
/// exception and calls itself open: it is lost when it moves less than it was asked to, or nothing for long.
final class OpenLine {
    static final AudioFormat FORMAT = new AudioFormat(Pcm.RATE, Short.SIZE, 1, true, false);
    static final int BYTES_PER_MILLI = 2 * Pcm.RATE / 1000;

    private static final Duration LOOK = Duration.ofMillis(1);
    private static final long STALL_NANOS = 1_000_000_000;

    private final DataLine line;
    private final byte[] bytes = new byte[Pcm.FRAME_BYTES];

    OpenLine(DataLine line) {
        this.line = line;
    }

    /// Where a frame lies on its way.
    byte[] bytes() {
        return bytes;
    }

    /// Waits until a frame can be read or written at once. (The line's own waiting cannot be interrupted, and has
    /// no end.)
    void awaitFrame() throws DeviceLost, InterruptedException {
        long begin = System.nanoTime();
        while (line.available() < Pcm.FRAME_BYTES) {
            if (System.nanoTime() - begin > STALL_NANOS) {
                throw new DeviceLost(Trouble.LOST);
            }
            Thread.sleep(LOOK);
        }
    }

    static void moved(int bytes) throws DeviceLost {
        if (bytes < Pcm.FRAME_BYTES) {
            throw new DeviceLost(Trouble.LOST);
        }
    }
}
