// Both sides may speak at any time: one thread reads, one writes; bye ends.
import java.io.*;
import java.net.*;
import java.nio.charset.StandardCharsets;

public class Server {
    static void read(Socket connection) {
        try {
            Reader in = new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8);
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
        BufferedReader keyboard = new BufferedReader(new InputStreamReader(System.in));

        ServerSocket server = new ServerSocket();
        server.setReuseAddress(true); // see the lesson reuse
        server.bind(new InetSocketAddress("127.0.0.1", port)); // bind and listen
        Socket connection = server.accept();
        System.out.println("client " + connection.getRemoteSocketAddress());
        new Thread(() -> read(connection)).start();
        OutputStream out = connection.getOutputStream(); // out.write is send
        String said = "";
        while (!said.equals("bye")) {
            said = keyboard.readLine();
            if (said == null || said.isEmpty()) said = "bye";
            out.write((said + "\n").getBytes(StandardCharsets.UTF_8));
        }
        connection.shutdownOutput(); // shutdown: nothing more will be said; the reader goes on
    }
}
