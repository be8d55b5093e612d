package tincan.voice.audio;

import java.io.IOException;

/// Sound to a file, at the pace of a loudspeaker.
final class WavSink implements AudioSink {
    private final WavFile file;
    private final Pace pace = new Pace();

    WavSink(WavFile file) {
        this.file = file;
    }

    @Override
    public void write(short[] frame) throws DeviceLost, InterruptedException {
        pace.await();
        try {
            file.append(frame);
        } catch (IOException e) {
            throw new DeviceLost(Trouble.LOST, e);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException _) {
            // the last second is there, and its length is not
        }
    }
}
