// Prints the greeting, then sends each line you type and prints the answer; exit leaves.
import java.io.*;
import java.net.*;
import java.nio.charset.StandardCharsets;

public class Client {
    public static void main(String[] args) throws Exception {
        int port = args.length > 0 ? Integer.parseInt(args[0]) : 9000;
        String host = args.length > 1 ? args[1] : "127.0.0.1";
        BufferedReader keyboard = new BufferedReader(new InputStreamReader(System.in));

        Socket client = new Socket();
        client.connect(new InetSocketAddress(host, port));
        InputStream in = client.getInputStream(); // in.read is recv
        OutputStream out = client.getOutputStream(); // out.write is send
        byte[] answer = new byte[1024];
        while (true) {
            int count = in.read(answer); // the first is the greeting: the server speaks first
            if (count == -1) break; // the server has closed
            System.out.println(new String(answer, 0, count, StandardCharsets.UTF_8));
            String line = keyboard.readLine();
            if (line == null || line.isBlank()) break;
            out.write(line.strip().getBytes(StandardCharsets.UTF_8));
            if (line.strip().equals("exit")) break;
        }
        client.close();
    }
}
