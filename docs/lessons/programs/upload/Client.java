// Sends a file: greeting, JSON header, status, body, "recv success".
import java.io.*;
import java.net.*;
import java.nio.charset.StandardCharsets;
import java.nio.file.*;

public class Client {
    public static void main(String[] args) throws Exception {
        int port = args.length > 0 ? Integer.parseInt(args[0]) : 9000;
        String host = args.length > 1 ? args[1] : "127.0.0.1";
        Path path = Path.of(args.length > 2 ? args[2] : "Client.java");

        Socket client = new Socket();
        client.connect(new InetSocketAddress(host, port));
        InputStream in = client.getInputStream(); // in.read is recv
        OutputStream out = client.getOutputStream(); // out.write is send
        byte[] data = new byte[1024];
        int count = in.read(data);
        if (count > 0) System.out.println(new String(data, 0, count, StandardCharsets.UTF_8));
        String header = "{\"action\": \"put\", \"filename\": \"" + path.getFileName()
                + "\", \"filesize\": " + Files.size(path) + "}";
        out.write(header.getBytes(StandardCharsets.UTF_8));

        StringBuilder status = new StringBuilder();
        while (status.indexOf("}") == -1) {
            int one = in.read(); // recv of one byte, so that nothing of what follows is taken
            if (one == -1) return; // the server has closed
            status.append((char) one);
        }
        System.out.println(status);
        if (status.toString().matches("\\{\\s*\"status\"\\s*:\\s*200\\b.*")) {
            try (InputStream file = Files.newInputStream(path)) {
                while ((count = file.read(data)) != -1) {
                    out.write(data, 0, count);
                }
            }
            byte[] answer = in.readNBytes("recv success".length()); // until all of it has come
            System.out.println(new String(answer, StandardCharsets.UTF_8));
        }
        client.close();
    }
}
