// Walkie-talkie: hears a line, then says one, in strict turns; bye ends.
import java.io.*;
import java.net.*;
import java.nio.charset.StandardCharsets;

public class Server {
    public static void main(String[] args) throws Exception {
        int port = args.length > 0 ? Integer.parseInt(args[0]) : 9004;
        BufferedReader keyboard = new BufferedReader(new InputStreamReader(System.in));

        ServerSocket server = new ServerSocket();
        server.setReuseAddress(true); // see the lesson reuse
        server.bind(new InetSocketAddress("127.0.0.1", port)); // bind and listen
        Socket connection = server.accept();
        System.out.println("client " + connection.getRemoteSocketAddress());
        Reader in = new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8);
        BufferedReader lines = new BufferedReader(in); // recv, until a line is whole
        OutputStream out = connection.getOutputStream(); // out.write is send
        while (true) {
            String heard = lines.readLine();
            if (heard == null || heard.isEmpty()) break; // null: the other side has closed
            System.out.println(heard);
            if (heard.equals("bye")) break;
            String said = keyboard.readLine();
            if (said == null || said.isEmpty()) said = "bye";
            out.write((said + "\n").getBytes(StandardCharsets.UTF_8));
            if (said.equals("bye")) break;
        }
        connection.close();
        server.close();
    }
}
