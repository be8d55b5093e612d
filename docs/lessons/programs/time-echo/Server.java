// Answers what a client sends with the time and the data, one client after the other.
import java.io.*;
import java.net.*;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

public class Server {
    // The time as C's ctime writes it; pp pads the day of the month with a space.
    static final DateTimeFormatter CTIME =
            DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.US);

    // The bytes as Python shows them: b'Hello'
    static String show(byte[] data, int count) {
        String text = new String(data, 0, count, StandardCharsets.ISO_8859_1);
        char quote = text.contains("'") && !text.contains("\"") ? '"' : '\'';
        StringBuilder shown = new StringBuilder("b" + quote);
        for (char c : text.toCharArray()) {
            if (c == quote || c == '\\') shown.append('\\').append(c);
            else if (c == '\t') shown.append("\\t");
            else if (c == '\n') shown.append("\\n");
            else if (c == '\r') shown.append("\\r");
            else if (c < ' ' || c > '~') shown.append(String.format("\\x%02x", (int) c));
            else shown.append(c);
        }
        return shown.append(quote).toString();
    }

    public static void main(String[] args) throws Exception {
        int port = args.length > 0 ? Integer.parseInt(args[0]) : 8009;

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
                    String now = CTIME.format(LocalDateTime.now());
                    String answer = "[" + now + "] " + show(data, count);
                    out.write(answer.getBytes(StandardCharsets.UTF_8));
                }
            } catch (IOException broken) {
                // the client broke off
            }
            connection.close();
        }
    }
}
