// Sends the lines you type; an empty one shuts down the writing side, then prints the answer.
import java.io.*;
import java.net.*;
import java.nio.charset.StandardCharsets;

public class Client {
    public static void main(String[] args) throws Exception {
        int port = args.length > 0 ? Integer.parseInt(args[0]) : 9006;
        String host = args.length > 1 ? args[1] : "127.0.0.1";
        BufferedReader keyboard = new BufferedReader(new InputStreamReader(System.in));

        Socket client = new Socket();
        client.connect(new InetSocketAddress(host, port));
        InputStream in = client.getInputStream(); // in.read is recv
        OutputStream out = client.getOutputStream(); // out.write is send
        while (true) {
            String line = keyboard.readLine();
            if (line == null || line.isEmpty()) break;
            out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        }
        client.shutdownOutput(); // shutdown: no more to send; the other direction stays open
        byte[] answer = new byte[1024];
        while (true) {
            int count = in.read(answer);
            if (count == -1) break; // the server has closed
            System.out.print(new String(answer, 0, count, StandardCharsets.UTF_8));
        }
        client.close();
    }
}
