// Answers ok to every 8 bytes.
import java.io.*;
import java.net.*;

public class Server {
    public static void main(String[] args) throws Exception {
        int port = args.length > 0 ? Integer.parseInt(args[0]) : 9009;

        ServerSocket server = new ServerSocket();
        server.bind(new InetSocketAddress("127.0.0.1", port)); // bind and listen
        while (true) {
            Socket connection = server.accept();
            System.out.println("client " + connection.getRemoteSocketAddress());
            try {
                InputStream in = connection.getInputStream(); // in.read is recv
                OutputStream out = connection.getOutputStream(); // out.write is send
                byte[] ok = {'o', 'k'};
                byte[] data = new byte[1024];
                int size = 0;
                while (true) {
                    int count = in.read(data);
                    if (count == -1) break; // the client has closed
                    size += count;
                    while (size >= 8) {
                        out.write(ok);
                        size -= 8;
                    }
                }
            } catch (IOException broken) {
                // the client broke off
            }
            connection.close();
        }
    }
}
