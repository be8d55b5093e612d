package tincan.voice.audio;

import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;

/// An open loudspeaker of the system.
final class SystemSink implements AudioSink {
    private final SourceDataLine line;
    private final OpenLine open;
    private boolean written;
    private int underruns;

    SystemSink(SourceDataLine line, int bufferMillis) throws LineUnavailableException {
        this.line = line;
        this.open = new OpenLine(line);
        line.open(OpenLine.FORMAT, bufferMillis * OpenLine.BYTES_PER_MILLI);
        line.start();
    }

    @Override
    public void write(short[] frame) throws DeviceLost, InterruptedException {
        if (written && line.available() == line.getBufferSize()) {
            underruns++;
        }
        open.awaitFrame();
        Pcm.toBytes(frame, open.bytes());
        OpenLine.moved(line.write(open.bytes(), 0, Pcm.FRAME_BYTES));
        written = true;
    }

    @Override
    public int underruns() {
        return underruns;
    }

    @Override
    public void close() {
        line.close();
    }
}
