// Sends 4 bytes twice and waits for ok, ten times.
// "java Client.java PORT HOST nodelay" sets TCP_NODELAY.
import java.io.*;
import java.net.*;
import java.nio.charset.StandardCharsets;

public class Client {
    public static void main(String[] args) throws Exception {
        int port = args.length > 0 ? Integer.parseInt(args[0]) : 9009;
        String host = args.length > 1 ? args[1] : "127.0.0.1";

        Socket client = new Socket();
        client.connect(new InetSocketAddress(host, port));
        InputStream in = client.getInputStream(); // in.read is recv
        OutputStream out = client.getOutputStream(); // out.write is send
        client.setTcpNoDelay(args.length > 2 && args[2].equals("nodelay")); // setsockopt
        byte[] ping = "ping".getBytes(StandardCharsets.UTF_8);
        for (int number = 1; number <= 10; number++) {
            long start = System.nanoTime();
            out.write(ping);
            out.write(ping);
            byte[] ok = in.readNBytes(2); // reads until both have come
            if (ok.length < 2) break; // the server has closed
            double ms = (System.nanoTime() - start) / 1e6;
            System.out.println(String.format("round %d: %.2f ms", number, ms));
        }
        client.close();
    }
}
