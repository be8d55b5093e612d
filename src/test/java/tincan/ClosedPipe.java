package tincan;

import java.io.IOException;
import java.io.OutputStream;

/// Output that nobody reads any longer.
final class ClosedPipe extends OutputStream {
    @Override
    public void write(int sign) throws IOException {
        throw new IOException("Broken pipe");
    }
}
