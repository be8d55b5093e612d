// Both sides may speak at any time: one thread reads, one writes; bye ends.
import java.io.*;
import java.net.*;
import java.nio.charset.StandardCharsets;

public class Client {
    static void read(Socket client) {
        try {
            Reader in = new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8);
            BufferedReader lines = new BufferedReader(in); // recv, until a line is whole
            while (true) {
                String heard = lines.readLine();
                if (heard == null || heard.isEmpty()) break; // null: the other side has closed
                System.out.println(heard);
                if (heard.equals("bye")) break;
            }
        } catch (IOException broken) {
            // the other side broke off
        }
        System.exit(0); // ends the program at once, though the writer may wait for the keyboard
    }

    public static void main(String[] args) throws Exception {
        int port = args.length > 0 ? Integer.parseInt(args[0]) : 9005;
        String host = args.length > 1 ? args[1] : "127.0.0.1";
        BufferedReader keyboard = new BufferedReader(new InputStreamReader(System.in));

        Socket client = new Socket();
        client.connect(new InetSocketAddress(host, port));
        new Thread(() -> read(client)).start();
        OutputStream out = client.getOutputStream(); // out.write is send
        String said = "";
        while (!said.equals("bye")) {
            said = keyboard.readLine();
            if (said == null || said.isEmpty()) said = "bye";
            out.write((said + "\n").getBytes(StandardCharsets.UTF_8));
        }
        client.shutdownOutput(); // shutdown: nothing more will be said; the reader goes on
    }
}
