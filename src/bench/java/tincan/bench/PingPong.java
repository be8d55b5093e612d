package tincan.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.FutureTask;

/// What the machine itself needs to pass 100 bytes to another thread over loopback and back: a bound below which no
/// relay's latency can go. Blocking sockets, on platform threads and on virtual ones.
final class PingPong {
    private static final int SIZE = 100;
    private static final Duration WARM = Duration.ofSeconds(1);
    private static final Duration MEASURED = Duration.ofSeconds(3);

    private PingPong() {}

    public static void main(String[] args) throws Exception {
        System.out.print(table());
    }

    /// Measures both, as rows of a table in Markdown.
    static String table() throws Exception {
        return "| raw ping-pong | p50 | p99 | p99.9 |\n|---|---|---|---|\n"
                + row("platform threads", measure(Thread.ofPlatform()))
                + row("virtual threads", measure(Thread.ofVirtual()));
    }

    private static String row(String name, Histogram histogram) {
        return String.format(Locale.ROOT, "| %s | %.0f µs | %.0f µs | %.0f µs |%n", name, micros(histogram, 0.5),
                micros(histogram, 0.99), micros(histogram, 0.999));
    }

    private static double micros(Histogram histogram, double share) {
        return histogram.percentile(share).toNanos() / 1e3;
    }

    private static Histogram measure(Thread.Builder threads) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread echo = threads.name("ping-pong echo").start(() -> echo(server));
            FutureTask<Histogram> asking = new FutureTask<>(() -> ask(server.getLocalPort()));
            threads.name("ping-pong ask").start(asking);
            Histogram histogram = asking.get();
            echo.join();
            return histogram;
        }
    }

    private static void echo(ServerSocket server) {
        try (Socket socket = server.accept()) {
            socket.setTcpNoDelay(true);
            InputStream in = socket.getInputStream();
            OutputStream out = socket.getOutputStream();
            byte[] data = new byte[SIZE];
            while (in.readNBytes(data, 0, SIZE) == SIZE) {
                out.write(data);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Histogram ask(int port) throws IOException {
        Histogram histogram = new Histogram();
        Span span = Span.after(WARM, MEASURED);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            InputStream in = socket.getInputStream();
            OutputStream out = socket.getOutputStream();
            byte[] data = new byte[SIZE];
            for (long now = System.nanoTime(); now < span.to();) {
                long began = now;
                out.write(data);
                in.readNBytes(data, 0, SIZE);
                now = System.nanoTime();
                span.record(histogram, began, now);
            }
        }
        return histogram;
    }
}
