// Answers after as many seconds as the client asks for, 0 to 10.
import java.io.*;
import java.net.*;
import java.nio.charset.StandardCharsets;

public class Server {
    public static void main(String[] args) throws Exception {
        int port = args.length > 0 ? Integer.parseInt(args[0]) : 9008;

        ServerSocket server = new ServerSocket();
        server.bind(new InetSocketAddress("127.0.0.1", port)); // bind and listen
        while (true) {
            Socket connection = server.accept();
            System.out.println("client " + connection.getRemoteSocketAddress());
            try {
                InputStream in = connection.getInputStream(); // in.read is recv
                OutputStream out = connection.getOutputStream(); // out.write is send
                byte[] data = new byte[1024];
                while (true) {
                    int count = in.read(data);
                    if (count == -1) break; // the client has closed
                    String asked = new String(data, 0, count, StandardCharsets.UTF_8).strip();
                    String answer = "refused: 0 to 10 seconds";
                    if (asked.matches("0*([0-9]|10)")) {
                        int seconds = Integer.parseInt(asked);
                        Thread.sleep(seconds * 1000L);
                        answer = "done after " + seconds + " s";
                    }
                    out.write(answer.getBytes(StandardCharsets.UTF_8));
                }
            } catch (IOException broken) {
                // the client broke off: it may have waited long enough
            }
            connection.close();
        }
    }
}
