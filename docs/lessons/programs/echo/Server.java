// Sends back what a client sends; "java Server.java PORT once" ends with its first client.
import java.io.*;
import java.net.*;

public class Server {
    public static void main(String[] args) throws Exception {
        int port = args.length > 0 ? Integer.parseInt(args[0]) : 10888;
        boolean once = args.length > 1 && args[1].equals("once");

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
                    out.write(data, 0, count);
                }
            } catch (IOException broken) {
                // the client broke off
            }
            connection.close();
            if (once) break;
        }
        server.close();
    }
}
