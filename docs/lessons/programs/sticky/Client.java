// Sends messages as you type: three, pieces, newline, fixed, length or json; exit leaves.
import java.io.*;
import java.net.*;
import java.nio.charset.StandardCharsets;

public class Client {
    static void send(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8)); // send
    }

    public static void main(String[] args) throws Exception {
        int port = args.length > 0 ? Integer.parseInt(args[0]) : 9002;
        String host = args.length > 1 ? args[1] : "127.0.0.1";
        String[] messages = {"one", "two", "three"};
        BufferedReader keyboard = new BufferedReader(new InputStreamReader(System.in));

        Socket client = new Socket();
        client.connect(new InetSocketAddress(host, port));
        DataOutputStream out = new DataOutputStream(client.getOutputStream());
        Reader in = new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8);
        BufferedReader lines = new BufferedReader(in); // recv, until a line is whole
        while (true) {
            String choice = keyboard.readLine();
            if (choice == null || choice.isEmpty()) break;
            send(out, choice + "\n");
            if (choice.equals("exit")) break;
            String ok = lines.readLine();
            if (!"ok".equals(ok)) {
                System.out.println(ok);
                continue;
            }
            if (choice.equals("three")) {
                send(out, "one");
                send(out, "two");
                send(out, "three");
            } else if (choice.equals("pieces")) {
                send(out, "twelve bytes");
            } else if (choice.equals("newline")) {
                for (String message : messages) send(out, message + "\n");
                send(out, "\n");
            } else if (choice.equals("fixed")) {
                for (String message : messages) send(out, String.format("%-16s", message));
                send(out, " ".repeat(16));
            } else if (choice.equals("length")) {
                for (String message : messages) {
                    out.writeInt(message.length()); // 4 bytes, big endian
                    send(out, message);
                }
                out.writeInt(0);
            } else if (choice.equals("json")) {
                for (String message : messages) send(out, "{\"text\": \"" + message + "\"}\n");
                send(out, "{\"end\": true}\n");
            }
            System.out.println(lines.readLine());
        }
        client.close();
    }
}
