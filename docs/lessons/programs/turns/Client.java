// Walkie-talkie: says a line, then hears one, in strict turns; bye ends.
import java.io.*;
import java.net.*;
import java.nio.charset.StandardCharsets;

public class Client {
    public static void main(String[] args) throws Exception {
        int port = args.length > 0 ? Integer.parseInt(args[0]) : 9004;
        String host = args.length > 1 ? args[1] : "127.0.0.1";
        BufferedReader keyboard = new BufferedReader(new InputStreamReader(System.in));

        Socket client = new Socket();
        client.connect(new InetSocketAddress(host, port));
        Reader in = new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8);
        BufferedReader lines = new BufferedReader(in); // recv, until a line is whole
        OutputStream out = client.getOutputStream(); // out.write is send
        while (true) {
            String said = keyboard.readLine();
            if (said == null || said.isEmpty()) said = "bye";
            out.write((said + "\n").getBytes(StandardCharsets.UTF_8));
            if (said.equals("bye")) break;
            String heard = lines.readLine();
            if (heard == null || heard.isEmpty()) break; // null: the other side has closed
            System.out.println(heard);
            if (heard.equals("bye")) break;
        }
        client.close();
    }
}
