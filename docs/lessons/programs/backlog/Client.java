// Says when it is connected, then sends each line you type and prints what comes back.
import java.io.*;
import java.net.*;
import java.nio.charset.StandardCharsets;

public class Client {
    public static void main(String[] args) throws Exception {
        int port = args.length > 0 ? Integer.parseInt(args[0]) : 9007;
        String host = args.length > 1 ? args[1] : "127.0.0.1";
        BufferedReader keyboard = new BufferedReader(new InputStreamReader(System.in));

        Socket client = new Socket();
        client.connect(new InetSocketAddress(host, port));
        InputStream in = client.getInputStream(); // in.read is recv
        OutputStream out = client.getOutputStream(); // out.write is send
        System.out.println("connected");
        while (true) {
            String line = keyboard.readLine();
            if (line == null || line.isEmpty()) break;
            byte[] data = line.getBytes(StandardCharsets.UTF_8);
            out.write(data);
            byte[] answer = in.readNBytes(data.length); // reads until all of it is back
            if (answer.length < data.length) break; // the server has closed
            System.out.println(new String(answer, StandardCharsets.UTF_8));
        }
        client.close();
    }
}
