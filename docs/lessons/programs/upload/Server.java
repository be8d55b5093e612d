// Takes files into the folder uploads: greeting, JSON header, status, body, "recv success".
import java.io.*;
import java.net.*;
import java.nio.charset.StandardCharsets;
import java.nio.file.*;
import java.util.regex.*;

public class Server {
    static final long LIMIT = 104857600; // 100 MiB

    static void serve(Socket connection) {
        try (connection) { // closes it at the end
            String greeting = "Welcome to call 10086, please enter 1xxx, 0 to Manual service.";
            send(connection.getOutputStream(), greeting);
            while (takeFile(connection)) {}
        } catch (IOException broken) {
            // the client broke off
        }
    }

    static boolean takeFile(Socket connection) throws IOException {
        InputStream in = connection.getInputStream(); // in.read is recv
        OutputStream out = connection.getOutputStream(); // out.write is send
        StringBuilder bytes = new StringBuilder();
        while (bytes.indexOf("}") == -1) { // one flat object: its first } is its end
            int one = in.read(); // recv of one byte, so that nothing of the body is taken
            if (one == -1) return false; // the client has closed
            bytes.append((char) one);
            if (bytes.charAt(0) != '{' || bytes.length() > 1024) {
                return refuse(connection, 400, "not JSON");
            }
        }
        byte[] raw = bytes.toString().getBytes(StandardCharsets.ISO_8859_1);
        String header = new String(raw, StandardCharsets.UTF_8);
        String name = field(header, "filename", "\"([^\"\\\\]*)\"");
        String size = field(header, "filesize", "(-?[0-9]{1,18})\\s*[,}]");
        if (!header.contains(":")) return refuse(connection, 400, "not JSON");
        if (!field(header, "action", "\"(.*?)\"").equals("put")) {
            return refuse(connection, 400, "no such action");
        }
        if (!name.matches("[^./\\\\:\\x00-\\x1f][^/\\\\:\\x00-\\x1f]{0,60}")) {
            return refuse(connection, 400, "bad name");
        }
        if (size.isEmpty() || size.startsWith("-")) return refuse(connection, 400, "bad size");
        long length = Long.parseLong(size);
        if (length > LIMIT) return refuse(connection, 413, "larger than " + LIMIT + " bytes");
        send(out, "{\"status\": 200}");

        Path part = Path.of("uploads", name + "." + connection.getPort() + ".part");
        try {
            try (OutputStream file = Files.newOutputStream(part)) {
                byte[] data = new byte[1024];
                for (long left = length; left > 0; ) {
                    int count = in.read(data, 0, (int) Math.min(data.length, left));
                    if (count == -1) return false; // the client has closed too early
                    file.write(data, 0, count);
                    left -= count;
                }
            }
            Path whole = Path.of("uploads", name);
            Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
        send(out, "recv success");
        return true;
    }

    // Java brings no JSON: this finds one value of a flat object, and knows no \ in texts.
    static String field(String header, String name, String value) {
        Matcher found = Pattern.compile("\"" + name + "\"\\s*:\\s*" + value).matcher(header);
        return found.find() ? found.group(1) : "";
    }

    static boolean refuse(Socket connection, int status, String reason) throws IOException {
        String answer = "{\"status\": " + status + ", \"reason\": \"" + reason + "\"}";
        send(connection.getOutputStream(), answer);
        connection.shutdownOutput(); // shutdown
        // To close with bytes unread would break off the connection, and the answer with it.
        while (connection.getInputStream().read(new byte[1024]) != -1) {}
        return false;
    }

    static void send(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    public static void main(String[] args) throws Exception {
        int port = args.length > 0 ? Integer.parseInt(args[0]) : 9000;
        Files.createDirectories(Path.of("uploads"));

        ServerSocket server = new ServerSocket();
        server.bind(new InetSocketAddress("127.0.0.1", port)); // bind and listen
        while (true) {
            Socket connection = server.accept();
            System.out.println("client " + connection.getRemoteSocketAddress());
            new Thread(() -> serve(connection)).start();
        }
    }
}
