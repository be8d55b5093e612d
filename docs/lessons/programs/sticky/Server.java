// Shows that a stream has no messages of its own, and four ways to frame them.
import java.io.*;
import java.net.*;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.*;

public class Server {
    static final List<String> CHOICES =
            List.of("three", "pieces", "newline", "fixed", "length", "json");

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

    static byte[] receiveLine(DataInputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (true) {
            int one = in.readByte(); // recv of one byte
            if (one == '\n') return line.toByteArray();
            line.write(one);
        }
    }

    static String framed(DataInputStream in, String framing) throws IOException {
        StringBuilder shown = new StringBuilder();
        int messages = 0, cost = 0;
        while (true) {
            byte[] message;
            int extra; // how many bytes were only framing
            if (framing.equals("newline")) {
                message = receiveLine(in);
                extra = 1;
            } else if (framing.equals("fixed")) {
                String padded = new String(in.readNBytes(16), StandardCharsets.ISO_8859_1);
                message = padded.replaceAll(" +$", "").getBytes(StandardCharsets.ISO_8859_1);
                extra = 16 - message.length;
            } else if (framing.equals("length")) {
                int size = in.readInt(); // 4 bytes, big endian
                if (size < 0 || size > 65536) {
                    throw new IllegalArgumentException("more than 65536 bytes");
                }
                message = in.readNBytes(size);
                extra = 4;
            } else {
                String line = new String(receiveLine(in), StandardCharsets.UTF_8);
                message = text(line).getBytes(StandardCharsets.UTF_8);
                extra = line.getBytes(StandardCharsets.UTF_8).length + 1 - message.length;
            }
            if (message.length == 0) { // an empty one is the end
                return messages + " messages, " + cost + " bytes of framing:" + shown + "\n";
            }
            messages += 1;
            cost += extra;
            shown.append(' ').append(show(message, message.length));
        }
    }

    // Java brings no JSON: this finds the text of one flat object, and knows no \ in it.
    static String text(String line) {
        if (!line.strip().matches("\\{.*\\}")) throw new IllegalArgumentException("not JSON");
        Matcher found = Pattern.compile("\"text\"\\s*:\\s*\"([^\"]*)\"").matcher(line);
        return found.find() ? found.group(1) : "";
    }

    // Waits until all 11 bytes have come, or 2 s, and receives once.
    static String oneRead(InputStream in) throws Exception {
        long end = System.currentTimeMillis() + 2000;
        while (in.available() < 11 && System.currentTimeMillis() < end) Thread.sleep(10);
        byte[] data = new byte[1024];
        int count = Math.max(in.read(data), 0);
        return "one read: " + count + " bytes, " + show(data, count) + "\n";
    }

    // 12 bytes with a buffer of 4.
    static String pieces(InputStream in) throws IOException {
        StringBuilder shown = new StringBuilder();
        byte[] data = new byte[4];
        int reads = 0;
        for (int total = 0; total < 12; ) {
            int count = in.read(data);
            if (count == -1) throw new EOFException();
            total += count;
            reads += 1;
            shown.append(' ').append(show(data, count));
        }
        return reads + " reads:" + shown + "\n";
    }

    static void send(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8)); // send
    }

    static void serve(DataInputStream in, OutputStream out) throws Exception {
        while (true) {
            String choice = new String(receiveLine(in), StandardCharsets.UTF_8).strip();
            if (choice.equals("exit")) return;
            if (!CHOICES.contains(choice)) {
                send(out, "refused: unknown choice\n");
                continue;
            }
            send(out, "ok\n");
            if (choice.equals("three")) send(out, oneRead(in));
            else if (choice.equals("pieces")) send(out, pieces(in));
            else send(out, framed(in, choice));
        }
    }

    public static void main(String[] args) throws Exception {
        int port = args.length > 0 ? Integer.parseInt(args[0]) : 9002;

        ServerSocket server = new ServerSocket();
        server.bind(new InetSocketAddress("127.0.0.1", port)); // bind and listen
        while (true) {
            Socket connection = server.accept();
            System.out.println("client " + connection.getRemoteSocketAddress());
            OutputStream out = connection.getOutputStream();
            try {
                serve(new DataInputStream(connection.getInputStream()), out);
            } catch (IOException broken) {
                // the client has closed, or broke off
            } catch (IllegalArgumentException refused) {
                send(out, "refused: " + refused.getMessage() + "\n");
            }
            connection.close();
        }
    }
}
