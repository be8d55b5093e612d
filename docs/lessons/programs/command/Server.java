// Runs a command: says how long the output is, waits for Start, then sends it.
import java.io.*;
import java.net.*;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;

public class Server {
    static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE MMM dd HH:mm:ss zzz yyyy", Locale.US);
    static final long STARTED = System.currentTimeMillis();

    static String run(String command) throws IOException {
        String name = command.split(" ")[0];
        return switch (name) {
            case "date" -> DATE.format(ZonedDateTime.now()) + "\n";
            case "pwd" -> System.getProperty("user.dir") + "\n";
            case "ls" -> files();
            case "whoami" -> System.getProperty("user.name") + "\n";
            case "hostname" -> InetAddress.getLocalHost().getHostName() + "\n";
            case "uptime" -> "up " + (System.currentTimeMillis() - STARTED) / 1000 + " s\n";
            case "echo" -> command.replaceFirst("echo ?", "") + "\n";
            case "help" -> "date pwd ls whoami hostname uptime echo help exit\n";
            default -> "sh: " + name + ": not found\n";
        };
    }

    static String files() {
        String[] files = new File(".").list((folder, file) -> !file.startsWith("."));
        Arrays.sort(files);
        return files.length == 0 ? "" : String.join("\n", files) + "\n";
    }

    static String receive(InputStream in) throws IOException {
        byte[] data = new byte[1024];
        int count = in.read(data); // recv
        return count == -1 ? "" : new String(data, 0, count, StandardCharsets.UTF_8).strip();
    }

    static void send(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8)); // send
    }

    public static void main(String[] args) throws Exception {
        int port = args.length > 0 ? Integer.parseInt(args[0]) : 9001;

        ServerSocket server = new ServerSocket();
        server.bind(new InetSocketAddress("127.0.0.1", port)); // bind and listen
        while (true) {
            Socket connection = server.accept();
            System.out.println("client " + connection.getRemoteSocketAddress());
            try {
                InputStream in = connection.getInputStream();
                OutputStream out = connection.getOutputStream();
                while (true) {
                    String command = receive(in);
                    if (command.isEmpty() || command.equals("exit")) break; // empty: it has closed
                    String output = run(command);
                    if (output.isEmpty()) output = "cmd has no output..";
                    send(out, "ready|" + output.getBytes(StandardCharsets.UTF_8).length);
                    if (receive(in).equals("Start")) send(out, output);
                    else send(out, "expected Start");
                }
            } catch (IOException broken) {
                // the client broke off
            }
            connection.close();
        }
    }
}
