package tincan.trace;

import java.io.IOException;
import java.io.InputStream;

/// What comes over a socket; each read of it is reported to a [Tap].
public final class TappedInput extends InputStream {
    private final InputStream in;
    private final Tap tap;

    public TappedInput(InputStream in, Tap tap) {
        this.in = in;
        this.tap = tap;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] data, int offset, int length) throws IOException {
        return tap.read(in, data, offset, length);
    }
}
