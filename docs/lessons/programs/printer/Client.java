// Sends each line you type to the printer and prints its answer; exit leaves.
import java.io.*;
import java.net.*;
import java.nio.charset.StandardCharsets;

public class Client {
    public static void main(String[] args) throws Exception {
        int port = args.length > 0 ? Integer.parseInt(args[0]) : 9100;
        String host = args.length > 1 ? args[1] : "127.0.0.1";
        BufferedReader keyboard = new BufferedReader(new InputStreamReader(System.in));

        Socket client = new Socket();
        client.connect(new InetSocketAddress(host, port));
        Reader in = new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8);
        BufferedReader lines = new BufferedReader(in); // recv, until a line is whole
        OutputStream out = client.getOutputStream(); // out.write is send
        while (true) {
            String line = keyboard.readLine();
            if (line == null || line.isEmpty()) break;
            out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            if (line.equals("exit")) break;
            String answer = lines.readLine();
            if (answer == null) break; // the server has closed
            System.out.println(answer);
        }
        client.close();
    }
}
