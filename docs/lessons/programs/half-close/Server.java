// Reads to the end of what the client sends, then answers how much it was.
import java.io.*;
import java.net.*;
import java.nio.charset.StandardCharsets;

public class Server {
    public static void main(String[] args) throws Exception {
        int port = args.length > 0 ? Integer.parseInt(args[0]) : 9006;

        ServerSocket server = new ServerSocket();
        server.bind(new InetSocketAddress("127.0.0.1", port)); // bind and listen
        while (true) {
            Socket connection = server.accept();
            System.out.println("client " + connection.getRemoteSocketAddress());
            try {
                InputStream in = connection.getInputStream(); // in.read is recv
                OutputStream out = connection.getOutputStream(); // out.write is send
                byte[] data = new byte[1024];
                long lines = 0, size = 0;
                while (true) {
                    int count = in.read(data);
                    if (count == -1) break; // the client has shut down its writing side
                    for (int i = 0; i < count; i++) {
                        if (data[i] == '\n') lines += 1;
                    }
                    size += count;
                }
                String answer = lines + " lines, " + size + " bytes\n";
                out.write(answer.getBytes(StandardCharsets.UTF_8));
            } catch (IOException broken) {
                // the client broke off
            }
            connection.close();
        }
    }
}
