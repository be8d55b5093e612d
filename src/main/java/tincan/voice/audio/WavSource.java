package tincan.voice.audio;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// Sound from a file, at the pace of a microphone, and silence behind its end.
final class WavSource implements AudioSource {
    static final InputStream SILENCE = InputStream.nullInputStream();

    private final InputStream sound;
    private final Pace pace = new Pace();
    private final byte[] bytes = new byte[Pcm.FRAME_BYTES];

    WavSource(InputStream sound) {
        this.sound = sound;
    }

    @Override
    public void read(short[] frame) throws DeviceLost, InterruptedException {
        pace.await();
        try {
            int read = sound.readNBytes(bytes, 0, bytes.length);
            Arrays.fill(bytes, read, bytes.length, (byte) 0);
        } catch (IOException e) {
            throw new DeviceLost(Trouble.LOST, e);
        }
        Pcm.fromBytes(bytes, frame);
    }

    @Override
    public boolean restsSilent() {
        return true;
    }

    @Override
    public void close() {
        try {
            sound.close();
        } catch (IOException _) {
            // nothing is read from it any more
        }
    }
}
