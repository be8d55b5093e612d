package tincan.session;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import tincan.secure.SecureChannel;

/// The two byte streams of a connection and the TCP socket under them. Whatever encrypts stands between the two:
/// closing goes to the plain socket, because a close above it can wait for a blocked write.
interface Transport {

    InputStream in() throws IOException;

    OutputStream out() throws IOException;

    /// Says that nothing more will be written.
    void endOutput() throws IOException;

    /// The TCP socket itself, for options, addresses and closing.
    Socket socket();

    /// Bytes on the wire are the bytes written.
    static Transport plain(Socket socket) {
        return new Transport() {
            @Override
            public InputStream in() throws IOException {
                return socket.getInputStream();
            }

            @Override
            public OutputStream out() throws IOException {
                return socket.getOutputStream();
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
            public InputStream in() throws IOException {
                return channel.in();
            }

            @Override
            public OutputStream out() throws IOException {
                return channel.out();
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
