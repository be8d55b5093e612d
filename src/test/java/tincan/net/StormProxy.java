package tincan.net;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.net.Socket;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;

/// A bad network as a program: `StormProxy HOST PORT SEED` prints the port on which it listens, and passes on what
/// comes, in pieces of any size, each up to 300 ms late. Now and then it cuts a connection, wherever in a frame it is. A
/// line of input makes it a good network from then on; the end of the input ends it.
public final class StormProxy {
    private static final int LATEST_MILLIS = 300;
    private static final int LARGEST = 400;
    /// One piece in so many is its connection's last.
    private static final int CUT = 60;

    private final String host;
    private final int port;
    private final SplittableRandom seeds;
    private volatile boolean calm = true;

    private StormProxy(String host, int port, long seed) {
        this.host = host;
        this.port = port;
        this.seeds = new SplittableRandom(seed);
    }

    public static void main(String... arguments) throws IOException {
        StormProxy proxy = new StormProxy(arguments[0], Integer.parseInt(arguments[1]), Long.parseLong(arguments[2]));
        ServerSocket listener = new ServerSocket(0);
        System.out.println("port " + listener.getLocalPort());
        Thread.ofPlatform().daemon().start(() -> proxy.accept(listener));
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            proxy.calm = line.equals("calm");
        }
    }

    private void accept(ServerSocket listener) {
        while (true) {
            try {
                Socket near = listener.accept();
                RandomGenerator out = seeds.split();
                RandomGenerator back = seeds.split();
                Thread.ofVirtual().start(() -> relay(near, out, back));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private void relay(Socket near, RandomGenerator out, RandomGenerator back) {
        try (near; Socket far = new Socket(host, port)) {
            Thread returning = Thread.ofVirtual().start(() -> copy(far, near, back));
            copy(near, far, out);
            returning.join();
        } catch (IOException | InterruptedException e) {
            // nobody is there: the one who came sees its connection end
        }
    }

    private void copy(Socket from, Socket to, RandomGenerator random) {
        byte[] piece = new byte[LARGEST];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int count = in.read(piece, 0, size(random)); count >= 0; count = in.read(piece, 0, size(random))) {
                if (!calm) {
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(LATEST_MILLIS)));
                }
                if (!calm && random.nextInt(CUT) == 0) {
                    from.close();
                    to.close();
                    return;
                }
                out.write(piece, 0, count);
            }
            to.shutdownOutput();
        } catch (IOException e) {
            close(from);
            close(to);
        }
    }

    private int size(RandomGenerator random) {
        return calm ? LARGEST : 1 + random.nextInt(LARGEST);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // it is gone already
        }
    }
}
