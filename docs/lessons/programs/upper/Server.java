// Answers what a client sends in upper case.
import java.io.*;
import java.net.*;

public class Server {
    public static void main(String[] args) throws Exception {
        int port = args.length > 0 ? Integer.parseInt(args[0]) : 9000;

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
                    for (int i = 0; i < count; i++) {
                        if (data[i] >= 'a' && data[i] <= 'z') data[i] -= 'a' - 'A';
                    }
                    out.write(data, 0, count);
                }
            } catch (IOException broken) {
                // the client broke off
            }
            connection.close();
        }
    }
}
