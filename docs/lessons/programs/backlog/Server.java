// An echo server with a backlog of 1, which accepts the next client when you press Enter.
import java.io.*;
import java.net.*;

public class Server {
    public static void main(String[] args) throws Exception {
        int port = args.length > 0 ? Integer.parseInt(args[0]) : 9007;
        BufferedReader keyboard = new BufferedReader(new InputStreamReader(System.in));

        ServerSocket server = new ServerSocket();
        // bind, and listen with a backlog of 1. The kernel connects clients before accept:
        // so many may wait for it, and on Linux one more.
        server.bind(new InetSocketAddress("127.0.0.1", port), 1);
        while (keyboard.readLine() != null) {
            Socket connection = server.accept();
            System.out.println("client " + connection.getRemoteSocketAddress());
            try {
                InputStream in = connection.getInputStream(); // in.read is recv
                OutputStream out = connection.getOutputStream(); // out.write is send
                byte[] data = new byte[1024];
                while (true) {
                    int count = in.read(data);
                    if (count == -1) break; // the client has closed
                    out.write(data, 0, count);
                }
            } catch (IOException broken) {
                // the client broke off
            }
            connection.close();
        }
        server.close();
    }
}
