package tincan.trace;

import java.io.IOException;
import java.io.OutputStream;

/// What goes over a socket; each write of it is reported to a [Tap].
public final class TappedOutput extends OutputStream {
    private final OutputStream out;
    private final Tap tap;

    public TappedOutput(OutputStream out, Tap tap) {
        this.out = out;
        this.tap = tap;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[]{(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] data, int offset, int length) throws IOException {
        tap.write(out, data, offset, length);
    }
}
