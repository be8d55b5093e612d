// Receives until the server has closed, prints what came, and closes second.
import java.io.*;
import java.net.*;
import java.nio.charset.StandardCharsets;

public class Client {
    public static void main(String[] args) throws Exception {
        int port = args.length > 0 ? Integer.parseInt(args[0]) : 9003;
        String host = args.length > 1 ? args[1] : "127.0.0.1";

        Socket client = new Socket();
        client.connect(new InetSocketAddress(host, port));
        InputStream in = client.getInputStream(); // in.read is recv
        byte[] data = new byte[1024];
        while (true) {
            int count = in.read(data);
            if (count == -1) break; // the server has closed
            System.out.println(new String(data, 0, count, StandardCharsets.UTF_8));
        }
        client.close();
    }
}
