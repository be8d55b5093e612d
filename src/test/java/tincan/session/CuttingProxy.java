package tincan.session;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/// A network between two sides that a test can cut: forwards bytes to a port, and drops all connections when asked.
final class CuttingProxy implements AutoCloseable {
    private final ServerSocket listener;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final UnaryOperator<String> wording;
    private volatile int target;
    private volatile boolean down;

    CuttingProxy(int target) throws IOException {
        this(InetAddress.getLoopbackAddress(), target);
    }

    /// @param at an address of this computer
    CuttingProxy(InetAddress at, int target) throws IOException {
        this(at, target, bytes -> bytes);
    }

    /// @param wording what becomes of the bytes that were read at once, each a character, on their way back; it must
    /// not change how many there are
    CuttingProxy(InetAddress at, int target, UnaryOperator<String> wording) throws IOException {
        this.wording = wording;
        this.listener = new ServerSocket(0, 50, at);
        this.target = target;
        Thread.ofVirtual().name("proxy").start(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    /// Resets every connection, wherever in a frame it is.
    void cut() {
        for (Socket socket : sockets) {
            close(socket);
        }
        sockets.clear();
    }

    /// While it is down, a connection is accepted and dropped at once.
    void down(boolean now) {
        down = now;
        if (now) {
            cut();
        }
    }

    /// Leads those who come from now on to another port, and drops the others.
    void lead(int port) {
        target = port;
        cut();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket near = listener.accept();
                if (down) {
                    close(near);
                    continue;
                }
                Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
                sockets.addAll(List.of(near, far));
                Thread.ofVirtual().start(() -> copy(near, far, bytes -> bytes));
                Thread.ofVirtual().start(() -> copy(far, near, wording));
            } catch (IOException e) {
                // closed, or the target is gone: the next one is tried
            }
        }
    }

    private static void copy(Socket from, Socket to, UnaryOperator<String> wording) {
        byte[] buffer = new byte[8192];
        try (from; to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                String bytes = new String(buffer, 0, count, StandardCharsets.ISO_8859_1);
                out.write(wording.apply(bytes).getBytes(StandardCharsets.ISO_8859_1));
            }
        } catch (IOException e) {
            // cut
        }
    }

    private static void close(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            // it is gone already
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        cut();
    }
}
