package tincan.voice.audio;

import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.TargetDataLine;

/// An open microphone of the system.
final class SystemSource implements AudioSource {
    /// Twice a frame: less tears, and from 40 ms on the system looks at the device ten times as seldom.
    private static final int BUFFER = 20 * OpenLine.BYTES_PER_MILLI;

    private final TargetDataLine line;
    private final OpenLine open;

    SystemSource(TargetDataLine line) throws LineUnavailableException {
        this.line = line;
        this.open = new OpenLine(line);
        line.open(OpenLine.FORMAT, BUFFER);
        line.start();
    }

    @Override
    public void read(short[] frame) throws DeviceLost, InterruptedException {
        open.awaitFrame();
        OpenLine.moved(line.read(open.bytes(), 0, Pcm.FRAME_BYTES));
        Pcm.fromBytes(open.bytes(), frame);
    }

    @Override
    public void flush() {
        line.flush();
    }

    @Override
    public void close() {
        line.close();
    }
}
