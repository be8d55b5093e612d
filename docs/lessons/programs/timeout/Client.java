// Asks for an answer after the seconds you type, and waits 2 s for it.
import java.io.*;
import java.net.*;
import java.nio.charset.StandardCharsets;

public class Client {
    public static void main(String[] args) throws Exception {
        int port = args.length > 0 ? Integer.parseInt(args[0]) : 9008;
        String host = args.length > 1 ? args[1] : "127.0.0.1";
        BufferedReader keyboard = new BufferedReader(new InputStreamReader(System.in));

        Socket client = new Socket();
        client.connect(new InetSocketAddress(host, port));
        InputStream in = client.getInputStream(); // in.read is recv
        OutputStream out = client.getOutputStream(); // out.write is send
        client.setSoTimeout(2000); // ms
        byte[] answer = new byte[1024];
        while (true) {
            String line = keyboard.readLine();
            if (line == null || line.isEmpty()) break;
            out.write(line.getBytes(StandardCharsets.UTF_8));
            try {
                int count = in.read(answer);
                if (count == -1) break; // the server has closed
                System.out.println(new String(answer, 0, count, StandardCharsets.UTF_8));
            } catch (SocketTimeoutException late) {
                System.out.println("timed out after 2 s");
                break; // the late answer must not be taken for the next one
            }
        }
        client.close();
    }
}
