package tincan.session;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import tincan.secure.SecureChannel;
import tincan.trace.Layer;
import tincan.trace.Tap;
import tincan.trace.TappedInput;
import tincan.trace.TappedOutput;

/// The two byte streams of a connection and the TCP socket under them. Whatever encrypts stands between the two:
/// closing goes to the plain socket, because a close above it can wait for a blocked write.
interface Transport {

    /// What comes.
    ///
    /// @param tap hears of each call that it makes of the socket
    InputStream in(Tap tap) throws IOException;

    /// What goes.
    ///
    /// @param tap hears of each call that it makes of the socket
    OutputStream out(Tap tap) throws IOException;

    /// Where in the connection these streams lie.
    Layer layer();

    /// Says that nothing more will be written.
    void endOutput() throws IOException;

    /// The TCP socket itself, for options, addresses and closing.
    Socket socket();

    /// Bytes on the wire are the bytes written.
    static Transport plain(Socket socket) {
        return new Transport() {
            @Override
            public InputStream in(Tap tap) throws IOException {
                return new TappedInput(socket.getInputStream(), tap);
            }

            @Override
            public OutputStream out(Tap tap) throws IOException {
                return new TappedOutput(socket.getOutputStream(), tap);
            }

            @Override
            public Layer layer() {
                return Layer.WIRE;
            }

            @Override
            public void endOutput() throws IOException {
                socket.shutdownOutput();
            }

            @Override
            public Socket socket() {
                return socket;
            }
        };
    }

    /// Bytes on the wire are TLS records.
    static Transport secure(SecureChannel channel, Socket socket) {
        return new Transport() {
            @Override
            public InputStream in(Tap tap) {
                return channel.in();
            }

            @Override
            public OutputStream out(Tap tap) {
                return channel.out();
            }

            @Override
            public Layer layer() {
                return Layer.INSIDE;
            }

            @Override
            public void endOutput() throws IOException {
                channel.endOutput();
            }

            @Override
            public Socket socket() {
                return socket;
            }
        };
    }
}
