// One printer for all clients: 5 sheets, ink for 40 characters; a line asks, a line answers.
import java.io.*;
import java.net.*;
import java.nio.charset.StandardCharsets;

public class Server {
    static int sheets = 5, ink = 40, page = 0;

    static String answer(String line) {
        String order = line.split(" ", 2)[0];
        if (order.equals("print")) {
            String text = line.replaceFirst("print ?", "");
            int characters = text.codePointCount(0, text.length());
            if (sheets == 0) return "refused: out of paper";
            if (characters > ink) return "refused: no ink";
            sheets -= 1;
            ink -= characters;
            page += 1;
            return "printed: page " + page + ", " + sheets + " sheets left";
        }
        if (order.equals("paper")) {
            sheets = 5;
            return "loaded: 5 sheets";
        }
        if (order.equals("ink")) {
            ink = 40;
            return "filled: ink for 40 characters";
        }
        if (order.equals("status")) return sheets + " sheets, ink for " + ink + " characters";
        return "refused: unknown order";
    }

    public static void main(String[] args) throws Exception {
        int port = args.length > 0 ? Integer.parseInt(args[0]) : 9100;

        ServerSocket server = new ServerSocket();
        server.bind(new InetSocketAddress("127.0.0.1", port)); // bind and listen
        while (true) {
            Socket connection = server.accept();
            System.out.println("client " + connection.getRemoteSocketAddress());
            try {
                InputStream in = connection.getInputStream();
                Reader text = new InputStreamReader(in, StandardCharsets.UTF_8);
                BufferedReader lines = new BufferedReader(text); // recv, until a line is whole
                OutputStream out = connection.getOutputStream(); // out.write is send
                while (true) {
                    String line = lines.readLine();
                    if (line == null || line.equals("exit")) break; // null: the client has closed
                    out.write((answer(line) + "\n").getBytes(StandardCharsets.UTF_8));
                }
            } catch (IOException broken) {
                // the client broke off
            }
            connection.close();
        }
    }
}
